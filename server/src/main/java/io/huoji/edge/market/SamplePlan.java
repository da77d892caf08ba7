package io.huoji.edge.market;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The sample data of a built-in template, as a plan: invented people of invented units, and how they did in the last weeks up to now.
 *
 * @param doings what a record of a node carries beside who, when, how well and its evidence
 */
record SamplePlan(int weeks, List<PlannedUnit> units, List<PlannedPerson> people, @Nullable Journey journey,
        List<Doing> doings) {

    SamplePlan {
        units = List.copyOf(units);
        people = List.copyOf(people);
        doings = List.copyOf(doings);
    }

    /**
     * A unit, and how its people do.
     *
     * @param completion share of what is expected that gets done
     * @param met        share of the done that is rated MET; {@code improve} that is rated IMPROVE
     * @param evidence   share of the done that is proven
     */
    record PlannedUnit(String code, String name, String kind, @Nullable String parent, double completion, double met,
            double improve, double evidence) {}

    /** Somebody of one of the units. */
    record PlannedPerson(String code, String name, String unit, List<String> roles, @Nullable String manager) {}

    /** What a record of this node says; each field takes one of its values. */
    record Doing(String node, Map<String, List<JsonNode>> fields) {}

    /**
     * The way that each of some business objects goes: an event, then the action it asks for.
     *
     * @param type of the objects
     */
    record Journey(String type, List<String> objects, List<Step> steps) {}

    /**
     * One step of it.
     *
     * @param after at most so many days after the step before
     * @param hours in which the action is due
     */
    record Step(String event, String node, int after, int hours) {}
}

package io.huoji.performance.business;

import io.huoji.platform.kernel.Problem;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A business object as another system tells it; what is null stays as it was.
 *
 * @param ownerGiven whether anything was said of the owner; a null owner then means nobody
 */
record ObjectDraft(ObjectName of, @Nullable String name, boolean ownerGiven, @Nullable UUID owner,
        @Nullable ObjectNode fields) {

    static final int LONGEST_ID = 200;
    private static final int LONGEST_NAME = 500;

    /** Reads the body of a PUT or an item of a batch; the external id comes from the path or from the item. */
    static @Nullable ObjectDraft read(JsonNode json, ObjectType type, @Nullable String externalId,
            PersonReference people, List<Problem> problems) {
        int before = problems.size();
        var reading = new Reading(json, "", problems);
        var known = externalId == null
                ? Set.of("externalId", "name", "owner", "fields")
                : Set.of("name", "owner", "fields");
        if (!reading.isObject(known)) {
            return null;
        }
        var id = externalId == null ? reading.text("externalId", LONGEST_ID) : externalId;
        var name = reading.optionalText("name", LONGEST_NAME);
        var fields = reading.object("fields");
        var given = reading.raw("owner");
        var owner = given.isMissingNode() || given.isNull() ? null : people.find(given);
        if (owner == null && !given.isMissingNode() && !given.isNull()) {
            reading.add("owner", "unknown-person",
                    Map.of("value", given.isString() ? given.stringValue() : given.toString()));
        }
        return problems.size() > before
                ? null
                : new ObjectDraft(new ObjectName(type.id(), id), name, !given.isMissingNode(),
                        owner == null ? null : owner.id(), fields);
    }

    /** The object that an event names: {@code {type, externalId, name?, fields?}}. */
    static @Nullable ObjectDraft ofEvent(JsonNode json, Types types, List<Problem> problems) {
        int before = problems.size();
        var reading = new Reading(json, "object", problems);
        if (!reading.isObject(Set.of("type", "externalId", "name", "fields"))) {
            return null;
        }
        var key = reading.text("type", LONGEST_ID);
        var type = types.objectType(key);
        if (type == null && !key.isEmpty()) {
            reading.add("type", "unknown-object-type", Map.of("value", key));
        }
        var id = reading.text("externalId", LONGEST_ID);
        var name = reading.optionalText("name", LONGEST_NAME);
        var fields = reading.object("fields");
        return type == null || problems.size() > before
                ? null
                : new ObjectDraft(new ObjectName(type.id(), id), name, false, null, fields);
    }

    /** What both say of one object, the later one on top. */
    ObjectDraft then(ObjectDraft later) {
        var both = fields == null ? later.fields : fields;
        if (fields != null && later.fields != null) {
            both = fields.deepCopy();
            both.setAll(later.fields);
        }
        return new ObjectDraft(of, later.name == null ? name : later.name, ownerGiven || later.ownerGiven,
                later.ownerGiven ? later.owner : owner, both);
    }
}

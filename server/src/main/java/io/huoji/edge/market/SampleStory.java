package io.huoji.edge.market;

import io.huoji.edge.market.SamplePlan.PlannedPerson;
import io.huoji.edge.market.SamplePlan.PlannedUnit;
import io.huoji.performance.action.SampleLedger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells what the people of a plan did, up to now: the same plan on the same day tells the same. */
final class SampleStory {

    private static final long SEED = 7;
    private static final Duration JUST_NOW = Duration.ofMinutes(10);
    private static final int WORK_BEGINS = 8;
    private static final int WORK_HOURS = 10;
    private static final int WORK_DAYS = 5;

    /**
     * Something that somebody did.
     *
     * @param level  the band it was rated with
     * @param object the business object it was about; null: none
     */
    record Deed(PlannedPerson who, String node, Instant at, String level, boolean isProven, @Nullable String object) {}

    /** Something that happened to a business object. */
    record Happening(String object, String type, PlannedPerson actor, Instant at) {}

    /** Everything, in order of time. */
    record Told(List<Happening> happenings, List<Deed> deeds) {}

    private final SamplePlan plan;
    private final ZoneId zone;
    private final Instant now;
    private final Map<String, PlannedUnit> units;
    private final SplittableRandom random = new SplittableRandom(SEED);
    private final List<Deed> deeds = new ArrayList<>();
    private final List<Happening> happenings = new ArrayList<>();

    SampleStory(SamplePlan plan, ZoneId zone, Instant now) {
        this.plan = plan;
        this.zone = zone;
        this.now = now;
        this.units = plan.units().stream().collect(Collectors.toMap(PlannedUnit::code, Function.identity()));
    }

    /** The owner of each business object. */
    Map<String, PlannedPerson> owners() {
        Map<String, PlannedPerson> owners = new HashMap<>();
        var journey = plan.journey();
        if (journey == null)
            return owners;
        List<PlannedPerson> staff = plan.people().stream().filter(person -> person.manager() != null).toList();
        for (int i = 0; i < journey.objects().size(); i++)
            owners.put(journey.objects().get(i), staff.get(i % staff.size()));
        return owners;
    }

    /** What these people did of a node in these periods. */
    void tell(String node, List<PlannedPerson> doers, List<SampleLedger.Period> periods) {
        for (var period : periods)
            for (var person : doers)
                for (int time = 0; time < period.times(); time++)
                    if (random.nextDouble() < unit(person).completion())
                        deed(person, node, inPeriod(period), null);
    }

    private Instant inPeriod(SampleLedger.Period period) {
        LocalDate day = period.start().plusDays(random.nextInt(Math.min(WORK_DAYS, period.days())));
        return at(day);
    }

    private Instant at(LocalDate day) {
        return day.atTime(WORK_BEGINS + random.nextInt(WORK_HOURS), random.nextInt(60)).atZone(zone).toInstant();
    }

    private PlannedUnit unit(PlannedPerson person) {
        return Objects.requireNonNull(units.get(person.unit()), person.unit());
    }

    private void deed(PlannedPerson person, String node, Instant at, @Nullable String object) {
        PlannedUnit unit = unit(person);
        double rated = random.nextDouble();
        boolean proven = random.nextDouble() < unit.evidence();
        String level = rated < unit.met() ? "MET" : rated < unit.met() + unit.improve() ? "IMPROVE" : "SUPPORT";
        if (at.isBefore(now.minus(JUST_NOW)))
            deeds.add(new Deed(person, node, at, level, proven, object));
    }

    /** The ways of the business objects, begun at any time of the plan's weeks. */
    void tellJourneys() {
        var journey = plan.journey();
        if (journey == null)
            return;
        LocalDate today = now.atZone(zone).toLocalDate();
        owners().entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(entry -> {
            LocalDate day = today.minusDays(2 + random.nextInt(plan.weeks() * 7));
            for (var step : journey.steps()) {
                day = day.plusDays(1 + random.nextInt(step.after()));
                Instant at = at(day);
                if (at.isAfter(now.minus(JUST_NOW)))
                    return;
                happenings.add(new Happening(entry.getKey(), step.event(), entry.getValue(), at));
                answer(entry.getKey(), entry.getValue(), step, at);
            }
        });
    }

    /** Done in time, done late, or not at all. */
    private void answer(String object, PlannedPerson owner, SamplePlan.Step step, Instant event) {
        double chance = random.nextDouble();
        double share = chance < unit(owner).completion() ? 0.1 + 0.8 * random.nextDouble() : 1.1 + random.nextDouble();
        boolean isDone = chance < unit(owner).completion() + (1 - unit(owner).completion()) / 2;
        if (isDone)
            deed(owner, step.node(), event.plusSeconds(Math.round(step.hours() * 3600L * share)), object);
    }

    Told told() {
        deeds.sort(Comparator.comparing(Deed::at));
        happenings.sort(Comparator.comparing(Happening::at));
        return new Told(List.copyOf(happenings), List.copyOf(deeds));
    }
}

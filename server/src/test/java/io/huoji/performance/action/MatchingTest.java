package io.huoji.performance.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.huoji.performance.action.Matching.Act;
import io.huoji.performance.action.Matching.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

class MatchingTest {

    private static final UUID DEAL = new UUID(7, 1);
    private static final UUID OTHER_DEAL = new UUID(7, 2);

    @Example
    void leavesAnActionBeforeTheOpeningUnplanned() {
        assertThat(match(List.of(row(1, 10, 20, 20)), act(1, 9))).isEmpty();
    }

    @Example
    void leavesAnActionAtTheClosingUnplanned() {
        assertThat(match(List.of(row(1, 0, 10, 20)), act(1, 20))).isEmpty();
        assertThat(match(List.of(row(1, 0, 10, 20)), act(1, 19))).containsEntry(id(1), id(1));
    }

    @Example
    void leavesAnActionAboutAnotherObjectUnplanned() {
        assertThat(match(List.of(row(1, DEAL, 0, 10)), new Act(id(1), OTHER_DEAL, at(5)))).isEmpty();
        assertThat(match(List.of(row(1, DEAL, 0, 10)), act(1, 5))).isEmpty();
        assertThat(match(List.of(row(1, 0, 10, 20)), new Act(id(1), DEAL, at(5)))).containsEntry(id(1), id(1));
    }

    @Example
    void closesOneRowWithOneAction() {
        assertThat(match(List.of(row(1, 0, 10, 20), row(2, 0, 10, 20)), act(1, 5))).hasSize(1);
        assertThat(match(List.of(row(1, 0, 10, 20)), act(1, 5), act(2, 6))).containsExactly(Map.entry(id(1), id(1)));
    }

    @Example
    void prefersARowThatIsStillOnTimeToAnOlderOneThatIsLate() {
        assertThat(match(List.of(row(1, 0, 10, 20), row(2, 10, 20, 30)), act(1, 15))).containsEntry(id(2), id(1));
    }

    @Example
    void doesTheOldestLateWhenNothingIsOpen() {
        assertThat(match(List.of(row(2, 0, 12, 20), row(1, 0, 10, 20)), act(1, 15))).containsEntry(id(1), id(1));
    }

    @Example
    void countsAnActionWithinTheGraceAsOnTime() {
        var strict = row(1, 0, 10, 20);
        var lenient = new Row(id(2), null, at(0), at(11), at(15), at(20));
        assertThat(match(List.of(strict, lenient), act(1, 15))).containsEntry(id(2), id(1));
    }

    /** Whatever order actions come in, and whatever came and went in between, only the sets decide. */
    @Property(tries = 2000)
    void agreesWithANaiveMatchingWhateverArrivesWhen(@ForAll("rows") List<Row> rows, @ForAll("acts") List<Act> acts,
            @ForAll long seed) {
        var random = new Random(seed);
        var shuffledRows = shuffled(rows, random);
        var present = shuffled(acts, random);
        Map<UUID, UUID> closed = new HashMap<>();
        for (int step = 0; step < acts.size(); step++) {
            edit(present, random);
            closed = ids(Matching.match(shuffledRows, present));
            assertThat(closed).isEqualTo(naive(rows, present));
        }
        Collections.shuffle(shuffledRows, random);
        Collections.shuffle(present, random);
        assertThat(ids(Matching.match(shuffledRows, present))).isEqualTo(naive(rows, present));
    }

    /** What the fast path relies on: the newest action changes no earlier pair. */
    @Property(tries = 1000)
    void leavesEarlierPairsAloneWhenTheNewestActionComes(@ForAll("rows") List<Row> rows,
            @ForAll("acts") List<Act> acts) {
        var newest = new Act(id(1000), null, at(61));
        var before = ids(Matching.match(rows, acts));
        var more = new ArrayList<>(acts);
        more.add(newest);
        assertThat(ids(Matching.match(rows, more))).containsAllEntriesOf(before);
    }

    @Provide
    Arbitrary<List<Row>> rows() {
        var row = Combinators
                .combine(Arbitraries.integers().between(0, 40), Arbitraries.integers().between(1, 15),
                        Arbitraries.integers().between(0, 3), Arbitraries.integers().between(0, 10), objects())
                .as((opens, span, grace, late, object) -> new Row(UUID.randomUUID(), object, at(opens),
                        at(opens + span), at(opens + span + grace), late == 10 ? null : at(opens + span + late)));
        return row.list().ofMaxSize(12);
    }

    @Provide
    Arbitrary<List<Act>> acts() {
        return Combinators.combine(Arbitraries.integers().between(0, 60), objects())
                .as((time, object) -> new Act(UUID.randomUUID(), object, at(time)))
                .list()
                .ofMaxSize(12);
    }

    private static Arbitrary<@Nullable UUID> objects() {
        return Arbitraries.of(DEAL, OTHER_DEAL).injectNull(0.5);
    }

    /** An edit moves one in time, a delete takes one away, a late arrival brings one. */
    private static void edit(List<Act> present, Random random) {
        if (present.isEmpty() || random.nextInt(3) == 0) {
            present.add(new Act(UUID.randomUUID(), random.nextBoolean() ? DEAL : null, at(random.nextInt(60))));
            return;
        }
        var act = present.remove(random.nextInt(present.size()));
        if (random.nextBoolean()) {
            present.add(new Act(act.id(), act.object(), at(random.nextInt(60))));
        }
    }

    /** The definition, word by word and row by row, on numbers and strings. */
    private static Map<UUID, UUID> naive(List<Row> rows, List<Act> acts) {
        Map<UUID, UUID> closedBy = new HashMap<>();
        var waiting = new HashSet<>(acts);
        while (!waiting.isEmpty()) {
            var next = Collections.min(waiting, Comparator.comparing(act -> key(act.at(), act.id())));
            waiting.remove(next);
            long time = next.at().getEpochSecond();
            var onTime = new TreeMap<String, UUID>();
            var late = new TreeMap<String, UUID>();
            for (var row : rows) {
                if (closedBy.containsKey(row.id())
                        || (row.object() != null && !row.object().equals(next.object()))) {
                    continue;
                }
                var closes = row.closes();
                if (time >= row.opens().getEpochSecond() && time <= row.graceUntil().getEpochSecond()) {
                    onTime.put(key(row.due(), row.id()), row.id());
                } else if (time > row.graceUntil().getEpochSecond()
                        && (closes == null || next.at().isBefore(closes))) {
                    late.put(key(row.due(), row.id()), row.id());
                }
            }
            if (!onTime.isEmpty() || !late.isEmpty()) {
                closedBy.put((onTime.isEmpty() ? late : onTime).firstEntry().getValue(), next.id());
            }
        }
        return closedBy;
    }

    private static String key(Instant time, UUID id) {
        return "%010d %s".formatted(time.getEpochSecond(), id);
    }

    private static Map<UUID, UUID> match(List<Row> rows, Act... acts) {
        return ids(Matching.match(rows, List.of(acts)));
    }

    private static Map<UUID, UUID> ids(Map<UUID, Act> closing) {
        return closing.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, pair -> pair.getValue().id()));
    }

    private static <T> List<T> shuffled(List<T> list, Random random) {
        var copy = new ArrayList<>(list);
        Collections.shuffle(copy, random);
        return copy;
    }

    private static Row row(int number, int opens, int due, int closes) {
        return new Row(id(number), null, at(opens), at(due), at(due), at(closes));
    }

    private static Row row(int number, UUID object, int opens, int due) {
        return new Row(id(number), object, at(opens), at(due), at(due), null);
    }

    private static Act act(int number, int time) {
        return new Act(id(number), null, at(time));
    }

    private static UUID id(int number) {
        return new UUID(1, number);
    }

    private static Instant at(int time) {
        return Instant.ofEpochSecond(time);
    }
}

package io.huoji.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjuster;
import java.time.temporal.TemporalAdjusters;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EduGroupTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final TemporalAdjuster MONDAY = TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY);
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

    private final EduGroup group = new EduGroup(LocalDate.of(2026, 11, 23));

    @Test
    void hasTheSizeOfTheReferenceCustomer() {
        assertThat(group.campuses()).hasSize(137);
        assertThat(new HashSet<>(group.campuses().stream().map(Campus::name).toList())).hasSize(137);
        assertThat(group.campuses().stream().map(Campus::city).distinct()).hasSize(21);
        assertThat(group.teachers()).hasSize(2900);
        assertThat(group.teachers().stream().filter(it -> it.moved() != null)).hasSizeBetween(27, 29);
        assertThat(group.teachers().stream().filter(it -> it.leave() != null)).hasSizeBetween(80, 90);
        assertThat(group.teachers().stream().filter(it -> it.struggling() || it.silent())).hasSize(40);
    }

    @Test
    void tellsTheSameStoryEachTime() {
        EduGroup again = new EduGroup(LocalDate.of(2026, 11, 27));
        assertThat(again.teachers()).isEqualTo(group.teachers());
        assertThat(new EduDoings(again, ZONE, NOW).of(again.teachers().get(77)))
                .isEqualTo(new EduDoings(group, ZONE, NOW).of(group.teachers().get(77)));
    }

    @Test
    void makesAboutFourHundredThousandActionsAndNoneInTheHolidayWeek() {
        EduDoings doings = new EduDoings(group, ZONE, NOW);
        long count = 0;
        long files = 0;
        for (Teacher teacher : group.teachers())
            for (Doing doing : doings.of(teacher)) {
                count++;
                files += "file".equals(doing.evidence()) ? 1 : 0;
                assertThat(doing.received()).isBeforeOrEqualTo(NOW);
                LocalDate day = doing.occurred().toLocalDate();
                assertThat(day)
                        .matches(it -> it.isBefore(LocalDate.of(2026, 9, 28)) || it.isAfter(LocalDate.of(2026, 10, 4)));
            }
        assertThat(count).isBetween(380_000L, 420_000L);
        assertThat(files).isBetween(500L, 2000L);
        System.out.printf("%d actions, %d with files%n", count, files);
    }

    @Test
    void campusesCompleteBetween58And97PercentAndProveBetween31And95() {
        Map<Campus, long[]> figures = new LinkedHashMap<>(); // per campus: expected, completed, actions, proven
        EduDoings doings = new EduDoings(group, ZONE, NOW);
        for (Teacher teacher : group.teachers())
            count(teacher, doings.of(teacher), figures);
        List<Double> completion = figures.values().stream().map(it -> 100.0 * it[1] / it[0]).sorted().toList();
        List<Double> evidence = figures.values().stream().map(it -> 100.0 * it[3] / it[2]).sorted().toList();
        assertThat(completion).hasSize(137);
        assertThat(completion.getFirst()).isBetween(57.0, 59.0);
        assertThat(completion.getLast()).isBetween(96.0, 97.5);
        assertThat(evidence.getFirst()).isBetween(30.0, 32.0);
        assertThat(evidence.getLast()).isBetween(94.0, 96.0);
    }

    /** What the weeks before this one asked for; an action counts for the week in which it reached the server. */
    private void count(Teacher teacher, List<Doing> doings, Map<Campus, long[]> figures) {
        for (LocalDate monday : group.mondays()) {
            if (EduGroup.isHoliday(monday) || teacher.isOnLeave(monday) || monday.equals(group.thisMonday()))
                continue;
            long[] figure = figures.computeIfAbsent(teacher.campusAt(monday), campus -> new long[4]);
            for (EduNode node : EduNode.values()) {
                List<Doing> done = doings.stream().filter(it -> it.node() == node)
                        .filter(it -> monday.equals(it.received().atZone(ZONE).toLocalDate().with(MONDAY))).toList();
                figure[0] += node.timesAWeek;
                figure[1] += Math.min(node.timesAWeek, done.size());
                figure[2] += done.size();
                figure[3] += done.stream().filter(it -> it.evidence() != null).count();
            }
        }
    }
}

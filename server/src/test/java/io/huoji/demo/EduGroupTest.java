package io.huoji.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import org.junit.jupiter.api.Test;

class EduGroupTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
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
}

package io.huoji.insight.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class SpansTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 18);

    @Test
    void readsPastMonthsWholeAndTheRunningOneByDay() {
        Spans spans = Spans.of(day(9, 1), day(12, 1), TODAY, Grain.MONTH);
        assertThat(spans.first()).isEqualTo(day(9, 1));
        assertThat(spans.after()).isEqualTo(day(11, 1));
        assertThat(spans.hasDays()).isTrue();
        assertThat(spans.hasToday()).isTrue();
    }

    @Test
    void readsAPastMonthWithoutADay() {
        Spans spans = Spans.of(day(10, 1), day(11, 1), TODAY, Grain.MONTH);
        assertThat(spans.hasPeriods()).isTrue();
        assertThat(spans.hasDays()).isFalse();
        assertThat(spans.hasToday()).isFalse();
    }

    @Test
    void readsOddDaysAtBothEndsByDay() {
        Spans spans = Spans.of(day(10, 2), day(10, 20), TODAY, Grain.WEEK);
        assertThat(spans.first()).isEqualTo(day(10, 5));
        assertThat(spans.after()).isEqualTo(day(10, 19));
        assertThat(spans.hasDays()).isTrue();
    }

    @Test
    void aTotalTakesWhicheverCoversMore() {
        assertThat(Spans.of(day(10, 1), day(11, 1), TODAY, null).grain()).isEqualTo(Grain.MONTH);
        assertThat(Spans.of(day(10, 5), day(10, 12), TODAY, null).grain()).isEqualTo(Grain.WEEK);
        assertThat(Spans.of(day(11, 16), day(11, 23), TODAY, null).hasPeriods()).isFalse();
    }

    private static LocalDate day(int month, int day) {
        return LocalDate.of(2026, month, day);
    }
}

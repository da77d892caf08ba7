package io.huoji.insight.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class RateTest {

    @Test
    void hasTheIntervalOfWilson() {
        bounds(17, 20, 0.640, 0.948);
        bounds(85, 100, 0.767, 0.907);
        bounds(850, 1000, 0.827, 0.871);
    }

    @Test
    void showsNoValueBelowFive() {
        Rate rate = Rate.of(4, 4, 0.85);
        assertThat(rate.value()).isNull();
        assertThat(rate.low()).isNull();
        assertThat(rate.numerator()).isEqualTo(4);
        assertThat(rate.n()).isEqualTo(4);
        assertThat(rate.small()).isFalse();
        assertThat(rate.verdict()).isEqualTo(Verdict.TOO_FEW);
    }

    @Test
    void marksFewerThanTwentyAsSmall() {
        assertThat(Rate.of(5, 5, null).small()).isTrue();
        assertThat(Rate.of(19, 19, null).small()).isTrue();
        assertThat(Rate.of(20, 20, null).small()).isFalse();
    }

    @Test
    void judgesOnlyWhatTheIntervalAllows() {
        assertThat(Rate.of(980, 1000, 0.85).verdict()).isEqualTo(Verdict.HEALTHY);
        assertThat(Rate.of(850, 1000, 0.85).verdict()).isEqualTo(Verdict.UNSURE);
        assertThat(Rate.of(700, 1000, 0.85).verdict()).isEqualTo(Verdict.UNHEALTHY);
        assertThat(Rate.of(700, 1000, null).verdict()).isEqualTo(Verdict.NO_THRESHOLD);
    }

    @Test
    void namesPeriodsByIso() {
        assertThat(Grain.WEEK.name(LocalDate.of(2026, 11, 16))).isEqualTo("2026-W47");
        assertThat(Grain.WEEK.name(Grain.WEEK.startOf(LocalDate.of(2027, 1, 1)))).isEqualTo("2026-W53");
        assertThat(Grain.MONTH.name(LocalDate.of(2017, 7, 1))).isEqualTo("2017-07");
        assertThat(Grain.DAY.name(LocalDate.of(2026, 11, 23))).isEqualTo("2026-11-23");
    }

    private static void bounds(int numerator, int denominator, double low, double high) {
        Rate rate = Rate.of(numerator, denominator, null);
        assertThat(Objects.requireNonNull(rate.low())).isCloseTo(low, within(0.0005));
        assertThat(Objects.requireNonNull(rate.high())).isCloseTo(high, within(0.0005));
    }
}

package io.huoji.performance.action;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The period of a cadence; weeks are those of ISO-8601. */
enum Per {
    DAY(1), WEEK(7), MONTH(30);

    private final int roughDays;

    Per(int roughDays) {
        this.roughDays = roughDays;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Per> byKey(String key) {
        return Arrays.stream(values()).filter(per -> per.key().equals(key)).findFirst();
    }

    /** First day of the period that holds this day. */
    LocalDate startOf(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
        };
    }

    /** First day of the period after the one that begins here. */
    LocalDate next(LocalDate start) {
        return switch (this) {
            case DAY -> start.plusDays(1);
            case WEEK -> start.plusWeeks(1);
            case MONTH -> start.plusMonths(1);
        };
    }

    Duration roughly() {
        return Duration.ofDays(roughDays);
    }
}

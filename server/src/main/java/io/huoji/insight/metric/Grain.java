package io.huoji.insight.metric;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;

/** The length of a period. Weeks are those of ISO-8601. */
public enum Grain {
    DAY("day"), WEEK("week"), MONTH("month");

    private final String key;

    Grain(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }

    /** The first day of the period that holds the day. */
    public LocalDate startOf(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
        };
    }

    /** The start moved on by so many periods. */
    public LocalDate plus(LocalDate start, int periods) {
        return switch (this) {
            case DAY -> start.plusDays(periods);
            case WEEK -> start.plusWeeks(periods);
            case MONTH -> start.plusMonths(periods);
        };
    }

    /** The period's name in answers: {@code 2026-11-23}, {@code 2026-W47}, {@code 2026-11}. */
    public String name(LocalDate start) {
        return switch (this) {
            case DAY -> start.toString();
            case WEEK -> "%04d-W%02d".formatted(start.get(IsoFields.WEEK_BASED_YEAR),
                    start.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            case MONTH -> YearMonth.from(start).toString();
        };
    }
}

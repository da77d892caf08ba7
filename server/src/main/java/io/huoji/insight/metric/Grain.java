package io.huoji.insight.metric;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The length of the periods that a figure is split into. Weeks are ISO-8601. */
public enum Grain {
    DAY, WEEK, MONTH;

    public static Optional<Grain> byKey(String key) {
        return Arrays.stream(values()).filter(grain -> grain.key().equals(key)).findFirst();
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** First day of the period that holds this day. */
    public LocalDate startOf(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
        };
    }

    /** First day of the period so many periods later. */
    public LocalDate plus(LocalDate start, int periods) {
        return switch (this) {
            case DAY -> start.plusDays(periods);
            case WEEK -> start.plusWeeks(periods);
            case MONTH -> start.plusMonths(periods);
        };
    }

    /** {@code 2026-11-23}, {@code 2026-W47} or {@code 2026-11}. */
    public String label(LocalDate day) {
        return switch (this) {
            case DAY -> day.toString();
            case WEEK ->
                "%d-W%02d".formatted(day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            case MONTH -> YearMonth.from(day).toString();
        };
    }

    /** First day of the period with that label. */
    public Optional<LocalDate> parse(String label) {
        try {
            return Optional.of(switch (this) {
                case DAY -> LocalDate.parse(label);
                case WEEK -> weekStart(label);
                case MONTH -> YearMonth.parse(label).atDay(1);
            });
        } catch (java.time.DateTimeException | NumberFormatException unknown) {
            return Optional.empty();
        }
    }

    private static LocalDate weekStart(String label) {
        if (!label.matches("\\d{4}-W\\d{2}"))
            throw new java.time.DateTimeException(label);
        LocalDate start = LocalDate.of(Integer.parseInt(label.substring(0, 4)), 1, 4)
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .plusWeeks(Integer.parseInt(label.substring(6)) - 1L);
        if (!WEEK.label(start).equals(label))
            throw new java.time.DateTimeException(label);
        return start;
    }
}

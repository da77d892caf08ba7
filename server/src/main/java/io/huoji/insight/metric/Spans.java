package io.huoji.insight.metric;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a window of days is read from the roll-ups: whole weeks or months that are over as such, the rest day by day.
 *
 * @param grain week or month; null when everything is read by day
 * @param first the first day of the periods that are read whole
 * @param after the day after their last
 */
record Spans(LocalDate from, LocalDate to, LocalDate today, @Nullable Grain grain, LocalDate first, LocalDate after) {

    /** Over unit_period; the window is [first, after). */
    static final String PERIODS = "grain = :coarse and start >= :first and start < :after";
    /** Over unit_day; without the days of the periods. */
    static final String DAYS = "(day >= :from and day < :first or day >= :after and day < :to)";

    /** With a grain given, periods of that grain; without, of the one that covers more of the window. */
    static Spans of(LocalDate from, LocalDate to, LocalDate today, @Nullable Grain asked) {
        if (asked != null)
            return whole(from, to, today, asked);
        Spans months = whole(from, to, today, Grain.MONTH);
        Spans weeks = whole(from, to, today, Grain.WEEK);
        return months.days() >= weeks.days() ? months : weeks;
    }

    private static Spans whole(LocalDate from, LocalDate to, LocalDate today, Grain grain) {
        LocalDate start = grain.startOf(from);
        LocalDate first = start.isBefore(from) ? grain.plus(start, 1) : start;
        LocalDate after = grain.startOf(to.isBefore(today) ? to : today);
        return grain == Grain.DAY || !first.isBefore(after)
                ? new Spans(from, to, today, null, to, to)
                : new Spans(from, to, today, grain, first, after);
    }

    private long days() {
        return grain == null ? 0 : first.until(after, java.time.temporal.ChronoUnit.DAYS);
    }

    boolean hasPeriods() {
        return grain != null;
    }

    boolean hasDays() {
        return grain == null ? from.isBefore(to) : from.isBefore(first) || after.isBefore(to);
    }

    /** Of today, not all of the ledger is due. */
    boolean hasToday() {
        return !today.isBefore(from) && today.isBefore(to);
    }

    Map<String, Object> parameters() {
        return grain == null
                ? Map.of("first", first, "after", after)
                : Map.of("first", first, "after", after, "coarse", grain.key());
    }
}

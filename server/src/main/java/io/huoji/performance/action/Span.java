package io.huoji.performance.action;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A length of time as an admin says it: calendar days keep the local time of day ({@code P90D} = the same time 90 days
 * later), hours are hours ({@code PT24H}).
 */
record Span(Period days, Duration hours) {

    static final Span NONE = new Span(Period.ZERO, Duration.ZERO);

    private static final Pattern FORM = Pattern.compile("P(?=.)([^T]*)(?:T(.+))?");
    private static final int LONGEST_DAYS = 3660;

    /** Reads ISO-8601; empty when it is not one, negative, or longer than ten years. */
    static Optional<Span> parse(String text) {
        var parts = FORM.matcher(text);
        if (text.indexOf('-') >= 0 || !parts.matches()) {
            return Optional.empty();
        }
        try {
            var days = parts.group(1).isEmpty() ? Period.ZERO : Period.parse("P" + parts.group(1));
            var hours = parts.group(2) == null ? Duration.ZERO : Duration.parse("PT" + parts.group(2));
            var span = new Span(days, hours);
            return span.roughly().compareTo(Duration.ofDays(LONGEST_DAYS)) <= 0 ? Optional.of(span) : Optional.empty();
        } catch (DateTimeException | ArithmeticException notOne) {
            return Optional.empty();
        }
    }

    Instant after(Instant start, ZoneId zone) {
        return start.atZone(zone).plus(days).plus(hours).toInstant();
    }

    Instant before(Instant end, ZoneId zone) {
        return end.atZone(zone).minus(hours).minus(days).toInstant();
    }

    /** Its length where no start is known: days of 24 hours, months of 30 days. */
    Duration roughly() {
        return Duration.ofDays(days.toTotalMonths() * 30 + days.get(ChronoUnit.DAYS)).plus(hours);
    }

    boolean isZero() {
        return days.isZero() && hours.isZero();
    }

    @Override
    public String toString() {
        if (days.isZero()) {
            return hours.toString();
        }
        return hours.isZero() ? days.toString() : days + hours.toString().substring(1);
    }
}

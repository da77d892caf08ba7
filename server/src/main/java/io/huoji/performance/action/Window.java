package io.huoji.performance.action;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * When an expectation may be met and when it counts.
 *
 * @param graceUntil last instant that is still on time
 * @param closes     from here on not even done late; null: never
 * @param countsOn   the local day under which it is counted
 */
record Window(Instant opens, Instant due, Instant graceUntil, @Nullable Instant closes, Instant dueSoon,
        LocalDate countsOn) {

    private static final Duration LONGEST_NOTICE = Duration.ofHours(24);
    private static final int PARTS = 4;

    /** One whole period: due at its end, closed one period later, counted on its last day. */
    static Window ofPeriod(Per per, LocalDate start, NodeVersion version, ZoneId zone) {
        var next = per.next(start);
        var opens = start.atStartOfDay(zone).toInstant();
        var due = next.atStartOfDay(zone).toInstant();
        var closes = per.next(next).atStartOfDay(zone).toInstant();
        return of(opens, due, closes, next.minusDays(1), version, zone);
    }

    /** From an event until so long after it; never closed. */
    static Window ofEvent(Instant event, Span dueAfter, NodeVersion version, ZoneId zone) {
        return untilDue(event, dueAfter.after(event, zone), version, zone);
    }

    /** From one instant to a deadline, counted on the local day of the deadline; never closed. */
    static Window untilDue(Instant opens, Instant due, NodeVersion version, ZoneId zone) {
        return of(opens, due, null, due.atZone(zone).toLocalDate(), version, zone);
    }

    private static Window of(Instant opens, Instant due, @Nullable Instant closes, LocalDate countsOn,
            NodeVersion version, ZoneId zone) {
        return new Window(opens, due, version.grace().after(due, zone), closes,
                dueSoon(opens, due, version.dueSoon(), zone), countsOn);
    }

    /** As the node says, else the last quarter of the span, at most 24 hours; never before it opens. */
    private static Instant dueSoon(Instant opens, Instant due, @Nullable Span notice, ZoneId zone) {
        var at = notice == null
                ? due.minus(quarter(Duration.between(opens, due)))
                : notice.before(due, zone);
        return at.isBefore(opens) ? opens : at;
    }

    /** min(24 h, a quarter of the span): the notice before a deadline and the allowance for filing late. */
    static Duration quarter(Duration span) {
        var quarter = span.dividedBy(PARTS);
        return quarter.compareTo(LONGEST_NOTICE) < 0 ? quarter : LONGEST_NOTICE;
    }
}

package io.huoji.performance.action;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/** Which periods of a cadence have begun, computed from days alone: after downtime every missed one is found. */
record CadenceSchedule(Per per, ZoneId zone) {

    /** First period that begins at or after this day. */
    LocalDate firstFrom(LocalDate day) {
        var start = per.startOf(day);
        return start.equals(day) ? start : per.next(start);
    }

    /** First period that begins after this instant's day: where a node made in mid-period starts. */
    LocalDate firstAfter(Instant instant) {
        return per.next(per.startOf(instant.atZone(zone).toLocalDate()));
    }

    /** Begins of the periods from {@code next} on that have begun by {@code now}, at most {@code limit}. */
    List<LocalDate> begun(LocalDate next, Instant now, int limit) {
        return Stream.iterate(next, start -> hasBegun(start, now), per::next).limit(limit).toList();
    }

    boolean hasBegun(LocalDate start, Instant now) {
        return !beginOf(start).isAfter(now);
    }

    Instant beginOf(LocalDate start) {
        return start.atStartOfDay(zone).toInstant();
    }
}

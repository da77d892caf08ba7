package io.huoji.performance.action;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which action closes which expectation of one person and node: a function of the two sets, never of the order in which
 * they arrived. Actions are taken in order of (effective time, id). Each takes, among the rows without an object and those
 * of its own object, the one due first that is open for it on time; else the one due first that it can still do late.
 */
public final class Matching {

    /** An expectation as far as matching needs it. */
    public record Row(UUID id, @Nullable UUID object, Instant opens, Instant due, Instant graceUntil,
            @Nullable Instant closes) {

        boolean takesOnTime(Instant at) {
            return !at.isBefore(opens) && !at.isAfter(graceUntil);
        }

        boolean takesLate(Instant at) {
            return at.isAfter(graceUntil) && !isClosed(at);
        }

        private boolean isClosed(Instant at) {
            return closes != null && !at.isBefore(closes);
        }
    }

    /** An action as far as matching needs it. */
    public record Act(UUID id, @Nullable UUID object, Instant at) {}

    /** Ids compare as PostgreSQL compares them: unsigned. */
    static final Comparator<UUID> BY_ID = (one, other) -> {
        int high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return high != 0
                ? high
                : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
    };

    private static final Comparator<Row> BY_DUE = Comparator.comparing(Row::due).thenComparing(Row::id, BY_ID);
    private static final Comparator<Act> BY_TIME = Comparator.comparing(Act::at).thenComparing(Act::id, BY_ID);

    private final Map<@Nullable UUID, List<Row>> free = new HashMap<>();

    private Matching(List<Row> rows) {
        rows.stream()
                .sorted(BY_DUE)
                .forEach(row -> free.computeIfAbsent(row.object(), object -> new ArrayList<>()).add(row));
    }

    /** The action that closes each expectation; rows and actions left over are not named. */
    public static Map<UUID, Act> match(List<Row> rows, List<Act> acts) {
        var matching = new Matching(rows);
        Map<UUID, Act> closing = new HashMap<>();
        acts.stream().sorted(BY_TIME).forEach(act -> {
            var row = matching.take(act);
            if (row != null) {
                closing.put(row.id(), act);
            }
        });
        return closing;
    }

    private @Nullable Row take(Act act) {
        var onTime = first(act, row -> row.takesOnTime(act.at()));
        var row = onTime != null ? onTime : first(act, late -> late.takesLate(act.at()));
        if (row != null) {
            rowsOf(row.object()).remove(row);
        }
        return row;
    }

    private @Nullable Row first(Act act, Predicate<Row> fits) {
        var general = first(rowsOf(null), fits);
        if (act.object() == null) {
            return general;
        }
        var own = first(rowsOf(act.object()), fits);
        if (own == null || general == null) {
            return own == null ? general : own;
        }
        return BY_DUE.compare(own, general) < 0 ? own : general;
    }

    private static @Nullable Row first(List<Row> rows, Predicate<Row> fits) {
        for (var row : rows) {
            if (fits.test(row)) {
                return row;
            }
        }
        return null;
    }

    private List<Row> rowsOf(@Nullable UUID object) {
        return free.getOrDefault(object, List.of());
    }
}

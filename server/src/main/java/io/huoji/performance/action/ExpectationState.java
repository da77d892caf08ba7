package io.huoji.performance.action;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How an expectation stands at one instant. */
public enum ExpectationState {
    OPEN("open"), DUE_SOON("dueSoon"), DONE("done"), DONE_LATE("doneLate"), MISSED("missed"), EXEMPT(
            "exempt"), CANCELLED("cancelled");

    /** The same as {@link #of} over the columns of an expectation {@code x}, with the named parameter {@code now}. */
    public static final String SQL = """
            case when x.cancelled_at is not null and x.cancelled_at < x.due_at then 'cancelled'
                 when x.exempt_at is not null then 'exempt'
                 when x.closed_by is not null and x.closed_at <= x.grace_until then 'done'
                 when x.closed_by is not null then 'doneLate'
                 when x.due_at <= :now then 'missed'
                 when x.due_soon_at <= :now then 'dueSoon'
                 else 'open' end""";

    private final String key;

    ExpectationState(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }

    static Optional<ExpectationState> byKey(String key) {
        return Arrays.stream(values()).filter(state -> state.key.equals(key)).findFirst();
    }

    static ExpectationState of(Window window, @Nullable Instant closed, boolean exempt, @Nullable Instant cancelled,
            Instant now) {
        if (cancelled != null && cancelled.isBefore(window.due())) {
            return CANCELLED;
        }
        if (exempt) {
            return EXEMPT;
        }
        if (closed != null) {
            return closed.isAfter(window.graceUntil()) ? DONE_LATE : DONE;
        }
        if (!window.due().isAfter(now)) {
            return MISSED;
        }
        return window.dueSoon().isAfter(now) ? OPEN : DUE_SOON;
    }
}

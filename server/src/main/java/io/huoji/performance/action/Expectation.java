package io.huoji.performance.action;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** "This person should do this node by then": one row of the ledger, with how it stands at the moment of asking. */
record Expectation(UUID id, UUID node, int nodeVersion, UUID person, @Nullable UUID unit, @Nullable UUID object,
        String origin, Window window, Mark mark, ExpectationState state) {

    /** What became of it. */
    record Mark(@Nullable UUID closedBy, @Nullable Instant closedAt, @Nullable Instant exemptAt,
            @Nullable UUID exemptBy, @Nullable String exemptReason, @Nullable Instant cancelledAt) {}
}

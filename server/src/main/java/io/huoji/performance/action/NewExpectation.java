package io.huoji.performance.action;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An expectation about to enter the ledger.
 *
 * @param origin what made it: unique per person and node, so that making it twice changes nothing
 */
record NewExpectation(UUID id, UUID node, int nodeVersion, UUID person, @Nullable UUID unit, @Nullable UUID object,
        String origin, Window window) {}

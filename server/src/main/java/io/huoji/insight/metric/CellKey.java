package io.huoji.insight.metric;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which cell of an answer; only what was asked for is set.
 *
 * @param period first day of its period
 */
record CellKey(@Nullable UUID unit, @Nullable UUID node, @Nullable UUID person, @Nullable LocalDate period) {

    CellKey inUnit(@Nullable UUID other) {
        return new CellKey(other, node, person, period);
    }
}

package io.huoji.insight.metric;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one figure is about; parts that were not asked for are null. */
record FigureKey(@Nullable LocalDate period, @Nullable UUID unit, @Nullable UUID node, @Nullable UUID person) {

    FigureKey withUnit(@Nullable UUID other) {
        return new FigureKey(period, other, node, person);
    }
}

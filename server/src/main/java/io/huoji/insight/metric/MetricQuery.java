package io.huoji.insight.metric;

import io.huoji.platform.table.Condition;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a figure is asked for.
 *
 * @param from   first local day
 * @param to     the local day after the last
 * @param by     what to split it by; empty for one total
 * @param grain  length of the periods to split it by; null for the whole window
 * @param filter over unit, node and person; null for all that the viewer may know of
 * @param level  kind of unit to roll up to, with {@link By#UNIT} only
 */
public record MetricQuery(LocalDate from, LocalDate to, Set<By> by, @Nullable Grain grain, @Nullable Condition filter,
        @Nullable String level) {

    public MetricQuery {
        by = Set.copyOf(by);
    }

    public static MetricQuery total(LocalDate from, LocalDate to, @Nullable Condition filter) {
        return new MetricQuery(from, to, Set.of(), null, filter, null);
    }

    public MetricQuery by(By... more) {
        Set<By> all = EnumSet.noneOf(By.class);
        all.addAll(java.util.List.of(more));
        return new MetricQuery(from, to, all, grain, filter, level);
    }

    public MetricQuery grain(Grain other) {
        return new MetricQuery(from, to, by, other, filter, level);
    }
}

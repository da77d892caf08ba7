package io.huoji.insight.metric;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of the figures.
 *
 * @param from   first local day
 * @param to     first local day after
 * @param grain  null: one figure over all days
 * @param level  unit kind to roll up to; null: the units the rows stand on
 * @param units  only rows of these units; null: any
 * @param nodes  only these nodes; null: any
 * @param people only these people; null: any
 */
public record MetricQuery(LocalDate from, LocalDate to, Set<By> by, @Nullable Grain grain, @Nullable String level,
        @Nullable Set<UUID> units, @Nullable Set<UUID> nodes, @Nullable Set<UUID> people) {

    /** What a figure is split by. */
    public enum By {
        UNIT, NODE, PERSON;

        public static Optional<By> byKey(String key) {
            return Arrays.stream(values()).filter(by -> by.name().toLowerCase(Locale.ROOT).equals(key)).findFirst();
        }
    }

    /** Over these days, split by nothing. */
    public static MetricQuery over(LocalDate from, LocalDate to, @Nullable Set<UUID> units) {
        return new MetricQuery(from, to, Set.of(), null, null, units, null, null);
    }

    public MetricQuery by(By... dimensions) {
        return new MetricQuery(from, to, Set.of(dimensions), grain, level, units, nodes, people);
    }

    public MetricQuery each(Grain period) {
        return new MetricQuery(from, to, by, period, level, units, nodes, people);
    }

    public MetricQuery atLevel(@Nullable String kind) {
        return new MetricQuery(from, to, by, grain, kind, units, nodes, people);
    }
}

package io.huoji.insight.metric;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A figure, cell by cell, with when and by which definition it was counted. */
public record MetricAnswer(List<Item> items, Instant asOf, Metric.Definition definition, @Nullable Double threshold) {

    /**
     * One cell.
     *
     * @param keys unit, node, person and period, as far as asked for
     * @param more the counts beside the rate
     */
    public record Item(Map<String, Object> keys, @JsonUnwrapped Rate rate, @JsonAnyGetter Map<String, Object> more) {

        /** Id of the unit, node or person that the cell is about; null when it is not split by it. */
        public @Nullable UUID id(String key) {
            return keys.get(key) instanceof Names.Named named ? named.id() : null;
        }
    }
}

package io.huoji.insight.metric;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A metric as the API answers it. */
public record MetricAnswer(List<Item> items, OffsetDateTime asOf, Defined definition) {

    /** What the metric says, and the share from which it is healthy. */
    public record Defined(String metric, int version, String text, @Nullable Double threshold) {}

    /** A unit or person by name. */
    public record Named(UUID id, String code, String name) {}

    /** A node by name. */
    public record NamedNode(UUID id, String key, String name) {}

    /** What a figure is about; only what was asked for. */
    @JsonInclude(Include.NON_NULL)
    public record Keys(@Nullable Named unit, @Nullable NamedNode node, @Nullable Named person,
            @Nullable String period) {}

    /**
     * One figure.
     *
     * @param value  numerator ÷ denominator; null below n = 5
     * @param low    lower bound of the Wilson 95 % interval
     * @param small  n below 20
     * @param levels rated actions by band
     */
    public record Item(Keys keys, @Nullable Double value, long numerator, long denominator, long n,
            @Nullable Double low,
            @Nullable Double high, boolean small, String verdict, @JsonInclude(Include.NON_NULL) @Nullable Long done,
            @JsonInclude(Include.NON_NULL) @Nullable Long late, @JsonInclude(Include.NON_NULL) @Nullable Long missed,
            @JsonInclude(Include.NON_NULL) @Nullable Long exempt,
            @JsonInclude(Include.NON_NULL) @Nullable Long unplanned,
            @JsonInclude(Include.NON_NULL) @Nullable Map<String, Long> levels,
            @JsonInclude(Include.NON_NULL) @Nullable Long notDone,
            @JsonInclude(Include.NON_NULL) @Nullable Long onTime,
            @JsonInclude(Include.NON_NULL) @Nullable Long backDated) {}
}

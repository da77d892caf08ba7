package io.huoji.insight.dashboard;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.huoji.insight.metric.Metric;
import io.huoji.insight.metric.Rate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a board shows for one unit and period. */
record Board(String period, String grain, @Nullable Place unit, Instant asOf, boolean running, Widgets widgets) {

    /** The unit that the board is narrowed to. */
    record Place(UUID id, String code, String name) {}

    /** Everything on it. */
    record Widgets(RateWidget completion, RateWidget quality, RateWidget evidence, Due due, Latest latest,
            Map<String, Cell> figures) {}

    /**
     * A rate cell by cell, over time and in total.
     *
     * @param total absent when there is nothing to count
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RateWidget(List<Cell> items, List<Cell> trend, @Nullable Cell total, Instant asOf,
            Metric.Definition definition, @Nullable Double threshold) {}

    /**
     * One rate with the counts beside it.
     *
     * @param drill  one way to its rows, or several when they lie in several tables
     * @param drills of each part of a quality bar
     */
    record Cell(Map<String, Object> keys, @JsonUnwrapped Rate rate, @JsonAnyGetter Map<String, Object> more,
            Object drill, @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Object> drills) {}

    /** Expectations of the period that stand open, can still be made up for, or can't any more. */
    record Due(int open, int overdue, int missed, Map<String, Drill> drill) {}

    /** The newest actions first. */
    record Latest(List<Map<String, Object>> items) {}
}

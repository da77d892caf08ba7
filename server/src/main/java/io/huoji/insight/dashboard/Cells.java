package io.huoji.insight.dashboard;

import io.huoji.insight.dashboard.Board.Cell;
import io.huoji.insight.dashboard.Board.RateWidget;
import io.huoji.insight.metric.Metric;
import io.huoji.insight.metric.MetricAnswer;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Turns the items of metric answers into cells with the way to their rows. */
final class Cells {

    private final Drills drills;
    private final BoardPeriod period;

    Cells(Drills drills, BoardPeriod period) {
        this.drills = drills;
        this.period = period;
    }

    RateWidget widget(Metric metric, MetricAnswer split, MetricAnswer trend, @Nullable Cell total) {
        return new RateWidget(split.items().stream().map(item -> cell(metric, item, period)).toList(),
                trend.items().stream().map(item -> cell(metric, item, periodOf(item))).toList(), total, split.asOf(),
                split.definition(), split.threshold());
    }

    @Nullable
    Cell total(Metric metric, MetricAnswer answer) {
        return answer.items().isEmpty() ? null : cell(metric, answer.items().getFirst(), period);
    }

    private Cell cell(Metric metric, MetricAnswer.Item item, BoardPeriod in) {
        LocalDate from = in.from();
        LocalDate to = in.to();
        UUID node = item.id("node");
        Map<String, Object> parts = new LinkedHashMap<>();
        if (metric == Metric.QUALITY) {
            drills.ofBands(from, to, node).forEach((band, ways) -> parts.put(band, oneOrMany(ways)));
        }
        return new Cell(item.keys(), item.rate(), item.more(),
                oneOrMany(drills.of(metric, from, to, item.id("unit"), node)), parts);
    }

    private BoardPeriod periodOf(MetricAnswer.Item item) {
        return BoardPeriod.read(period.grain().key(), String.valueOf(item.keys().get("period")), period.from());
    }

    private static Object oneOrMany(List<Drill> ways) {
        return ways.size() == 1 ? ways.getFirst() : ways;
    }
}

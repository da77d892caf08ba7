package io.huoji.insight.dashboard;

import io.huoji.insight.dashboard.Board.Cell;
import io.huoji.insight.metric.By;
import io.huoji.insight.metric.FigureSettings;
import io.huoji.insight.metric.Metric;
import io.huoji.insight.metric.MetricAnswer;
import io.huoji.insight.metric.MetricQuery;
import io.huoji.insight.metric.Metrics;
import io.huoji.platform.access.Viewer;
import io.huoji.platform.org.Unit;
import io.huoji.platform.table.Condition;
import io.huoji.platform.table.field.Operator;
import io.huoji.platform.tenant.Tenant;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.node.StringNode;

/** The built-in board 动作健康度: completion, quality and evidence of a unit and all below it, for a week or a month. */
@Service
class HealthBoard {

    private static final int TREND = 12;
    private static final List<Metric> RATES = Arrays.asList(Metric.values());

    private final Metrics metrics;
    private final FigureSettings settings;
    private final BoardRepository repository;
    private final LatestActions latest;
    private final Surroundings surroundings;

    HealthBoard(Metrics metrics, FigureSettings settings, BoardRepository repository, LatestActions latest,
            Surroundings surroundings) {
        this.metrics = metrics;
        this.settings = settings;
        this.repository = repository;
        this.latest = latest;
        this.surroundings = surroundings;
    }

    Board show(Viewer viewer, @Nullable String grain, @Nullable String period, @Nullable String unitName) {
        Tenant tenant = surroundings.tenant(viewer);
        Instant now = surroundings.now();
        BoardPeriod asked = BoardPeriod.read(grain, period, tenant.dayOf(now));
        boolean open = period == null || period.isBlank();
        Unit unit = surroundings.unit(viewer, unitName);
        Drills drills = new Drills(tenant, settings.nodes(viewer.tenant()), unit == null ? null : unit.id(), now);
        return surroundings.inOneTransaction(viewer, () -> {
            BoardPeriod shown = open ? newest(viewer, tenant, asked, unit) : asked;
            return new Board(shown.name(), shown.grain().key(),
                    unit == null ? null : new Board.Place(unit.id(), unit.code(), unit.name()), now,
                    shown.isRunning(tenant.dayOf(now)), widgets(viewer, shown, unit, drills, now));
        });
    }

    /** The newest period with something to see: a board that opens on an empty week teaches nothing. */
    private BoardPeriod newest(Viewer viewer, Tenant tenant, BoardPeriod running, @Nullable Unit unit) {
        Set<UUID> units = unit == null ? null : surroundings.withBelow(viewer, unit);
        LocalDate day = repository.newestDay(viewer, units, running.to(), tenant.zone());
        return day == null || !day.isBefore(running.from()) ? running : running.holding(day);
    }

    private Board.Widgets widgets(Viewer viewer, BoardPeriod period, @Nullable Unit unit, Drills drills, Instant now) {
        MetricQuery whole = MetricQuery.total(period.from(), period.to(), below(unit));
        LocalDate since = period.before(TREND - 1).from();
        var totals = metrics.answers(viewer, RATES, whole);
        var trends = metrics.answers(viewer, RATES,
                MetricQuery.total(since, period.to(), below(unit)).grain(period.grain()));
        var byUnit = metrics.answer(viewer, Metric.COMPLETION, whole.by(By.UNIT));
        var byNode = metrics.answers(viewer, List.of(Metric.QUALITY, Metric.EVIDENCE), whole.by(By.NODE));
        Cells cells = new Cells(drills, period);
        Map<String, Cell> figures = new LinkedHashMap<>();
        RATES.forEach(metric -> {
            Cell total = cells.total(metric, of(totals, metric));
            if (total != null) {
                figures.put(metric.key(), total);
            }
        });
        Set<UUID> units = unit == null ? null : surroundings.withBelow(viewer, unit);
        return new Board.Widgets(
                cells.widget(Metric.COMPLETION, byUnit, of(trends, Metric.COMPLETION), figures.get("completion")),
                cells.widget(Metric.QUALITY, of(byNode, Metric.QUALITY), of(trends, Metric.QUALITY),
                        figures.get("quality")),
                cells.widget(Metric.EVIDENCE, of(byNode, Metric.EVIDENCE), of(trends, Metric.EVIDENCE),
                        figures.get("evidence")),
                due(viewer, period, units, drills, now), new Board.Latest(latest.of(viewer, units)), figures);
    }

    private Board.Due due(Viewer viewer, BoardPeriod period, @Nullable Set<UUID> units, Drills drills, Instant now) {
        var counts = repository.due(viewer, period, units, now);
        return new Board.Due(counts.open(), counts.overdue(), counts.missed(),
                Map.of("open", drills.open(period.from(), period.to()), "overdue",
                        drills.overdue(period.from(), period.to()), "missed",
                        drills.missed(period.from(), period.to())));
    }

    private static @Nullable Condition below(@Nullable Unit unit) {
        return unit == null
                ? null
                : new Condition.Test("unit", Operator.IN_OR_BELOW, StringNode.valueOf(unit.id().toString()));
    }

    private static MetricAnswer of(Map<Metric, MetricAnswer> answers, Metric metric) {
        return Objects.requireNonNull(answers.get(metric));
    }
}

package io.huoji.insight.metric;

import io.huoji.insight.metric.MetricAnswer.Item;
import io.huoji.platform.access.Viewer;
import io.huoji.platform.org.Directories;
import io.huoji.platform.table.Condition;
import io.huoji.platform.tenant.TenantTransactions;
import io.huoji.platform.tenant.Tenants;
import java.text.Collator;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;

/** The figures, each for exactly the rows that its viewer may know of. */
@Service
public class Metrics {

    private final CountRepository repository;
    private final FigureSettings settings;
    private final Tenants tenants;
    private final Directories directories;
    private final TenantTransactions transactions;
    private final Clock clock;

    Metrics(CountRepository repository, FigureSettings settings, Tenants tenants, Directories directories,
            TenantTransactions transactions, Clock clock) {
        this.repository = repository;
        this.settings = settings;
        this.tenants = tenants;
        this.directories = directories;
        this.transactions = transactions;
        this.clock = clock;
    }

    public MetricAnswer answer(Viewer viewer, Metric metric, MetricQuery query) {
        return Objects.requireNonNull(answers(viewer, List.of(metric), query).get(metric));
    }

    /** Several figures over the same cells, counted at once. */
    public Map<Metric, MetricAnswer> answers(Viewer viewer, List<Metric> metrics, MetricQuery query) {
        Instant now = clock.instant();
        Names names = names(viewer);
        Map<CellKey, Counts> cells = cells(viewer, query, names, now);
        Map<String, Double> thresholds = settings.thresholds(viewer.tenant());
        Locale locale = LocaleContextHolder.getLocale();
        Map<Metric, MetricAnswer> answers = new EnumMap<>(Metric.class);
        for (Metric metric : metrics) {
            List<Item> items = cells.entrySet()
                    .stream()
                    .filter(cell -> !metric.isEmpty(cell.getValue()))
                    .sorted(Map.Entry.comparingByKey(order(names)))
                    .map(cell -> new Item(keys(cell.getKey(), query, names), metric.rate(cell.getValue(), thresholds),
                            metric.beside(cell.getValue())))
                    .toList();
            answers.put(metric,
                    new MetricAnswer(items, now, metric.definition(locale), thresholds.get(metric.key())));
        }
        return answers;
    }

    /** The first day of the newest week or month, the running one included, in which anything was due or done; null when none. */
    public @Nullable LocalDate newestPeriod(Viewer viewer, Grain grain, @Nullable Condition filter) {
        LocalDate running = grain.startOf(tenants.byId(viewer.tenant()).dayOf(clock.instant()));
        RowPredicate predicate = RowPredicate.of(filter, names(viewer));
        return transactions.<@Nullable LocalDate>in(viewer.tenant(), () -> repository
                .newest(tenants.byId(viewer.tenant()), viewer.scope(), grain, running, predicate));
    }

    private Map<CellKey, Counts> cells(Viewer viewer, MetricQuery query, Names names, Instant now) {
        RowPredicate filter = RowPredicate.of(query.filter(), names);
        Map<CellKey, Counts> cells = transactions.in(viewer.tenant(),
                () -> repository.count(tenants.byId(viewer.tenant()), viewer.scope(), query, filter, now));
        String level = query.level();
        if (level == null) {
            return cells;
        }
        Map<CellKey, Counts> rolled = new HashMap<>();
        cells.forEach((key, counts) -> {
            UUID unit = key.unit();
            rolled.merge(unit == null ? key : key.inUnit(names.atLevel(unit, level)), counts, Counts::plus);
        });
        return rolled;
    }

    Names names(Viewer viewer) {
        return new Names(directories.of(viewer.tenant()), settings.nodes(viewer.tenant()));
    }

    private static Map<String, Object> keys(CellKey cell, MetricQuery query, Names names) {
        Map<String, Object> keys = new LinkedHashMap<>();
        for (By by : By.values()) {
            if (query.by().contains(by)) {
                keys.put(by.key(), named(by, cell, names));
            }
        }
        if (query.grain() != null && cell.period() != null) {
            keys.put("period", query.grain().name(cell.period()));
        }
        return keys;
    }

    @SuppressWarnings("NullAway") // a row may stand on no unit; then the answer says null
    private static Object named(By by, CellKey cell, Names names) {
        return switch (by) {
            case UNIT -> cell.unit() == null ? null : names.unit(cell.unit());
            case NODE -> cell.node() == null ? null : names.node(cell.node());
            case PERSON -> cell.person() == null ? null : names.person(cell.person());
        };
    }

    /** By period, then by the names in the order of Chinese. */
    private static Comparator<CellKey> order(Names names) {
        Collator collator = Collator.getInstance(Locale.CHINA);
        return Comparator.comparing(CellKey::period, Comparator.nullsFirst(Comparator.<LocalDate>naturalOrder()))
                .thenComparing(key -> name(key.unit(), names::unit), collator)
                .thenComparing(key -> name(key.node(), names::node), collator)
                .thenComparing(key -> name(key.person(), names::person), collator)
                .thenComparing(CellKey::toString);
    }

    private static String name(@Nullable UUID id, Function<UUID, Names.Named> naming) {
        return id == null ? "" : naming.apply(id).name();
    }
}

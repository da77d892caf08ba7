package io.huoji.insight.metric;

import io.huoji.insight.metric.MetricAnswer.Item;
import io.huoji.insight.metric.MetricAnswer.Keys;
import io.huoji.insight.metric.MetricAnswer.Named;
import io.huoji.insight.metric.MetricAnswer.NamedNode;
import io.huoji.platform.access.Viewer;
import io.huoji.platform.org.Directories;
import io.huoji.platform.org.Directory;
import io.huoji.platform.org.Person;
import io.huoji.platform.org.Unit;
import io.huoji.platform.tenant.Tenant;
import io.huoji.platform.tenant.TenantTransactions;
import io.huoji.platform.tenant.Tenants;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The figures that a viewer may see, each with its interval, its n and its definition. */
@Service
public class Metrics {

    private final FigureRepository repository;
    private final Tenants tenants;
    private final Directories directories;
    private final TenantTransactions transactions;
    private final Clock clock;

    Metrics(FigureRepository repository, Tenants tenants, Directories directories, TenantTransactions transactions,
            Clock clock) {
        this.repository = repository;
        this.tenants = tenants;
        this.directories = directories;
        this.transactions = transactions;
        this.clock = clock;
    }

    public MetricAnswer answer(Viewer viewer, Definition metric, MetricQuery query, Locale locale) {
        return transactions.in(viewer.tenant(), () -> {
            Instant now = clock.instant();
            Tenant tenant = tenants.byId(viewer.tenant());
            return present(tenant, metric, query, figures(viewer, query, now), now, locale);
        });
    }

    /** Several metrics over the same rows, from one query. */
    public Map<Definition, MetricAnswer> answers(Viewer viewer, List<Definition> metrics, MetricQuery query,
            Locale locale) {
        return transactions.in(viewer.tenant(), () -> {
            Instant now = clock.instant();
            Tenant tenant = tenants.byId(viewer.tenant());
            Map<FigureKey, Figures> figures = figures(viewer, query, now);
            return metrics.stream().collect(Collectors.toMap(Function.identity(),
                    metric -> present(tenant, metric, query, figures, now, locale)));
        });
    }

    private Map<FigureKey, Figures> figures(Viewer viewer, MetricQuery query, Instant now) {
        Map<FigureKey, Figures> figures = repository.sum(viewer, tenants.byId(viewer.tenant()), query, now);
        return query.level() == null ? figures : rolledUp(figures, query.level(), directories.of(viewer.tenant()));
    }

    private static Map<FigureKey, Figures> rolledUp(Map<FigureKey, Figures> figures, String kind, Directory directory) {
        Map<FigureKey, Figures> upper = new LinkedHashMap<>();
        figures.forEach((key, value) -> {
            Unit unit = key.unit() == null ? null : directory.ancestorOfKind(key.unit(), kind);
            if (unit != null || key.unit() == null)
                upper.merge(key.withUnit(unit == null ? null : unit.id()), value, Figures::plus);
        });
        return upper;
    }

    private MetricAnswer present(Tenant tenant, Definition metric, MetricQuery query, Map<FigureKey, Figures> figures,
            Instant now, Locale locale) {
        Directory directory = directories.of(tenant.id());
        Map<UUID, NamedNode> nodes = repository.nodes(tenant).stream().collect(Collectors.toMap(
                FigureRepository.NodeName::id, node -> new NamedNode(node.id(), node.key(), node.name())));
        List<Item> items = figures.entrySet().stream()
                .filter(entry -> isShown(metric, entry.getValue()))
                .map(entry -> Rates.of(metric, keys(entry.getKey(), query, directory, nodes), entry.getValue()))
                .sorted(BY_PERIOD_AND_NAMES)
                .toList();
        return new MetricAnswer(items, OffsetDateTime.ofInstant(now, tenant.zone()), metric.in(locale));
    }

    private static boolean isShown(Definition metric, Figures figures) {
        return metric == Definition.EVIDENCE ? figures.keyActions() != 0 : !figures.isEmpty();
    }

    private static final Comparator<Item> BY_PERIOD_AND_NAMES = Comparator
            .comparing((Item item) -> Objects.requireNonNullElse(item.keys().period(), ""))
            .thenComparing(item -> item.keys().unit() == null ? "" : item.keys().unit().name())
            .thenComparing(item -> item.keys().node() == null ? "" : item.keys().node().name())
            .thenComparing(item -> item.keys().person() == null ? "" : item.keys().person().name());

    private static Keys keys(FigureKey key, MetricQuery query, Directory directory, Map<UUID, NamedNode> nodes) {
        LocalDate period = key.period();
        Grain grain = query.grain();
        return new Keys(unit(key.unit(), directory), key.node() == null ? null : nodes.get(key.node()),
                person(key.person(), directory), period == null || grain == null ? null : grain.label(period));
    }

    private static @Nullable Named unit(@Nullable UUID id, Directory directory) {
        Unit unit = id == null ? null : directory.unit(id);
        return unit == null ? null : new Named(unit.id(), unit.code(), unit.name());
    }

    private static @Nullable Named person(@Nullable UUID id, Directory directory) {
        Person person = id == null ? null : directory.person(id);
        return person == null ? null : new Named(person.id(), person.code(), person.name());
    }
}

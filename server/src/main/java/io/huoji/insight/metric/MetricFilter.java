package io.huoji.insight.metric;

import io.huoji.platform.access.Viewer;
import io.huoji.platform.kernel.Misuse;
import io.huoji.platform.kernel.Problem;
import io.huoji.platform.org.Directories;
import io.huoji.platform.org.Directory;
import io.huoji.platform.org.Person;
import io.huoji.platform.org.Unit;
import io.huoji.platform.table.Condition;
import io.huoji.platform.table.field.Operator;
import io.huoji.platform.tenant.Tenants;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a condition tree over unit, node and person, all parts joined by "and", and narrows a query by it. */
@Component
class MetricFilter {

    private final Directories directories;
    private final FigureRepository figures;
    private final Tenants tenants;
    private final io.huoji.platform.tenant.TenantTransactions transactions;
    private final JsonMapper json;

    MetricFilter(Directories directories, FigureRepository figures, Tenants tenants,
            io.huoji.platform.tenant.TenantTransactions transactions, JsonMapper json) {
        this.directories = directories;
        this.figures = figures;
        this.tenants = tenants;
        this.transactions = transactions;
        this.json = json;
    }

    MetricQuery narrow(MetricQuery query, @Nullable String text, Viewer viewer) {
        Condition condition = Condition.parse(text, json);
        return condition == null ? query : narrow(query, condition, viewer);
    }

    private MetricQuery narrow(MetricQuery query, Condition condition, Viewer viewer) {
        return switch (condition) {
            case Condition.All all -> {
                MetricQuery narrowed = query;
                for (Condition part : all.parts())
                    narrowed = narrow(narrowed, part, viewer);
                yield narrowed;
            }
            case Condition.Any any -> throw new Misuse.Malformed(Problem.at("filter", "only-and"));
            case Condition.Test test -> narrow(query, test, viewer);
        };
    }

    private MetricQuery narrow(MetricQuery query, Condition.Test test, Viewer viewer) {
        Directory directory = directories.of(viewer.tenant());
        return switch (test.field()) {
            case "unit" -> new MetricQuery(query.from(), query.to(), query.by(), query.grain(), query.level(),
                    both(query.units(), units(test, directory)), query.nodes(), query.people());
            case "node" ->
                new MetricQuery(query.from(), query.to(), query.by(), query.grain(), query.level(), query.units(),
                        both(query.nodes(), nodes(test, viewer)), query.people());
            case "person", "subject" ->
                new MetricQuery(query.from(), query.to(), query.by(), query.grain(), query.level(),
                        query.units(), query.nodes(), both(query.people(), people(test, directory)));
            default -> throw new Misuse.Malformed(Problem.at("filter", "unknown-field", Map.of("field", test.field())));
        };
    }

    private static Set<UUID> both(@Nullable Set<UUID> one, Set<UUID> other) {
        if (one == null)
            return other;
        Set<UUID> both = new HashSet<>(one);
        both.retainAll(other);
        return both;
    }

    private static Set<UUID> units(Condition.Test test, Directory directory) {
        Set<UUID> ids = new HashSet<>();
        for (String value : values(test, true)) {
            Unit unit = unit(value, directory);
            ids.addAll(test.operator() == Operator.IN_OR_BELOW ? directory.withBelow(unit.id()) : Set.of(unit.id()));
        }
        return ids;
    }

    private static Unit unit(String value, Directory directory) {
        Unit byCode = directory.unitByCode(value);
        Unit unit = byCode == null ? directory.unit(idOrZero(value)) : byCode;
        if (unit == null)
            throw unknown("unit", value);
        return unit;
    }

    private static Set<UUID> people(Condition.Test test, Directory directory) {
        Set<UUID> ids = new HashSet<>();
        for (String value : values(test, false)) {
            Person byCode = directory.personByCode(value);
            Person person = byCode == null ? directory.person(idOrZero(value)) : byCode;
            if (person == null)
                throw unknown("person", value);
            ids.add(person.id());
        }
        return ids;
    }

    private Set<UUID> nodes(Condition.Test test, Viewer viewer) {
        List<FigureRepository.NodeName> nodes = transactions.in(viewer.tenant(),
                () -> figures.nodes(tenants.byId(viewer.tenant())));
        Set<UUID> ids = new HashSet<>();
        for (String value : values(test, false))
            ids.add(nodes.stream().filter(node -> node.key().equals(value) || node.id().toString().equals(value))
                    .findFirst().orElseThrow(() -> unknown("node", value)).id());
        return ids;
    }

    private static List<String> values(Condition.Test test, boolean ofUnits) {
        boolean below = ofUnits && test.operator() == Operator.IN_OR_BELOW;
        boolean known = below || test.operator() == Operator.EQ || test.operator() == Operator.IN;
        if (!known)
            throw new Misuse.Malformed(
                    Problem.at("filter", "unknown-operator", Map.of("operator", test.operator().key())));
        JsonNode value = test.value();
        return value.isArray() ? value.valueStream().map(JsonNode::asString).toList() : List.of(value.asString());
    }

    private static UUID idOrZero(String value) {
        try {
            return UUID.fromString(value);
        } catch (IllegalArgumentException noId) {
            return new UUID(0, 0);
        }
    }

    private static Misuse unknown(String field, String value) {
        return new Misuse.Malformed(Problem.at("filter", "unknown-value", Map.of("value", field + " " + value)));
    }
}

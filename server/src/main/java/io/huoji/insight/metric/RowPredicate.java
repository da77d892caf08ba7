package io.huoji.insight.metric;

import io.huoji.platform.access.RowScope;
import io.huoji.platform.kernel.Misuse;
import io.huoji.platform.kernel.Problem;
import io.huoji.platform.table.Condition;
import io.huoji.platform.table.field.Operator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A filter over unit, node and person as SQL. Its text stands for a row source as soon as the columns are put in by {@link #sql};
 * values travel as parameters.
 */
final class RowPredicate {

    private final String template;
    private final Map<String, Object> parameters;
    private final boolean aboutPeople;

    private RowPredicate(String template, Map<String, Object> parameters, boolean aboutPeople) {
        this.template = template;
        this.parameters = parameters;
        this.aboutPeople = aboutPeople;
    }

    static RowPredicate of(@Nullable Condition condition, Names names) {
        if (condition == null) {
            return new RowPredicate("true", Map.of(), false);
        }
        Map<String, Object> parameters = new HashMap<>();
        boolean[] people = new boolean[1];
        return new RowPredicate(compile(condition, names, parameters, people), parameters, people[0]);
    }

    /** Puts in the columns of a row source. */
    String sql(String unit, String node, String person) {
        return template.replace("{unit}", unit).replace("{node}", node).replace("{person}", person);
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    /** True when it looks at people, whom the roll-up by unit doesn't know. */
    boolean isAboutPeople() {
        return aboutPeople;
    }

    /** The part of a limited scope that stands on no unit of it: rows of its people elsewhere. */
    static String peopleOutside(RowScope scope, String unit, String person) {
        return scope.all()
                ? unit + " is null"
                : "%2$s = any(:scopePeople) and (%1$s is null or %1$s <> all(:scopeUnits))".formatted(unit, person);
    }

    private static String compile(Condition condition, Names names, Map<String, Object> parameters, boolean[] people) {
        return switch (condition) {
            case Condition.All all -> join(all.parts(), " and ", "true", names, parameters, people);
            case Condition.Any any -> join(any.parts(), " or ", "false", names, parameters, people);
            case Condition.Test test -> test(test, names, parameters, people);
        };
    }

    private static String join(List<Condition> parts, String word, String empty, Names names,
            Map<String, Object> parameters, boolean[] people) {
        return parts.isEmpty()
                ? empty
                : parts.stream()
                        .map(part -> compile(part, names, parameters, people))
                        .collect(Collectors.joining(word, "(", ")"));
    }

    private static String test(Condition.Test test, Names names, Map<String, Object> parameters, boolean[] people) {
        By by = switch (test.field()) {
            case "unit" -> By.UNIT;
            case "node" -> By.NODE;
            case "person", "subject" -> By.PERSON;
            default -> throw refused("unknown-figure-field", test.field());
        };
        people[0] |= by == By.PERSON;
        String column = "{" + by.key() + "}";
        Operator operator = test.operator();
        if (operator == Operator.IS_EMPTY || operator == Operator.IS_NOT_EMPTY) {
            return column + (operator == Operator.IS_EMPTY ? " is null" : " is not null");
        }
        String name = "filter" + parameters.size();
        parameters.put(name, ids(by, test, names).toArray(UUID[]::new));
        boolean isNegated = operator == Operator.NE || operator == Operator.NOT_IN;
        return isNegated
                ? "(%1$s is null or %1$s <> all(:%2$s))".formatted(column, name)
                : "%s = any(:%s)".formatted(column, name);
    }

    private static Set<UUID> ids(By by, Condition.Test test, Names names) {
        Operator operator = test.operator();
        boolean isKnown = operator == Operator.EQ || operator == Operator.NE || operator == Operator.IN
                || operator == Operator.NOT_IN || (operator == Operator.IN_OR_BELOW && by == By.UNIT);
        if (!isKnown) {
            throw refused("unknown-figure-operator", operator.key());
        }
        Set<UUID> ids = new LinkedHashSet<>();
        for (JsonNode value : values(test.value())) {
            UUID id = names.idOf(by, value);
            if (operator == Operator.IN_OR_BELOW) {
                ids.addAll(names.withBelow(id));
            } else {
                ids.add(id);
            }
        }
        return ids;
    }

    private static List<JsonNode> values(JsonNode value) {
        List<JsonNode> values = new ArrayList<>();
        if (value.isArray()) {
            value.forEach(values::add);
        } else {
            values.add(value);
        }
        return values;
    }

    private static Misuse refused(String code, String word) {
        return new Misuse.Malformed(Problem.at("filter", code, Map.of("value", word)));
    }
}

package io.huoji.platform.table;

import io.huoji.platform.kernel.Problem;
import io.huoji.platform.org.Directories;
import io.huoji.platform.table.field.Operator;
import io.huoji.platform.table.field.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/**
 * Whether a condition tree holds for values in hand, exactly as {@link RecordFilter} would find the record in the database and as the
 * browser judges while a form is filled in; the three share their test vectors.
 */
@Component
class Conditions {

    private final Directories directories;

    Conditions(Directories directories) {
        this.directories = directories;
    }

    /** The field that a condition names by its key or its role. */
    static @Nullable Field named(Table table, String name) {
        Field field = table.field(name);
        return field == null ? table.role(name) : field;
    }

    /** {@code values} answers a field's value in stored form; null where there is none. A test of an unknown field never holds. */
    boolean hold(Table table, Condition condition, Function<Field, @Nullable JsonNode> values,
            FieldContexts.Request request) {
        return switch (condition) {
            case Condition.All all -> all.parts().stream().allMatch(part -> hold(table, part, values, request));
            case Condition.Any any -> any.parts().stream().anyMatch(part -> hold(table, part, values, request));
            case Condition.Test test -> holds(table, test, values, request);
        };
    }

    private boolean holds(Table table, Condition.Test test, Function<Field, @Nullable JsonNode> values,
            FieldContexts.Request request) {
        Field field = named(table, test.field());
        if (field == null)
            return false;
        List<Problem> problems = new ArrayList<>();
        List<JsonNode> operands = Operands.of(field, test, request.field(field), problems);
        if (!problems.isEmpty() || operands.contains(NullNode.getInstance()))
            return false;
        JsonNode value = values.apply(field);
        Shape shape = field.type().shape();
        if (test.operator() == Operator.IN_OR_BELOW && shape != Shape.PATH)
            return value != null && isBelow(value, operands, request);
        return ValueTest.holds(shape, value, test.operator(), operands, request);
    }

    private boolean isBelow(JsonNode value, List<JsonNode> units, FieldContexts.Request request) {
        Set<String> below = units.stream()
                .flatMap(unit -> directories.of(request.tenant().id()).withBelow(UUID.fromString(unit.asString()))
                        .stream())
                .map(UUID::toString)
                .collect(Collectors.toSet());
        return value.isArray()
                ? value.valueStream().anyMatch(one -> below.contains(one.asString()))
                : below.contains(value.asString());
    }
}

package io.huoji.platform.table;

import io.huoji.platform.table.field.DateTimeType;
import io.huoji.platform.table.field.Operator;
import io.huoji.platform.table.field.Shape;
import io.huoji.platform.tenant.Tenant;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** One test of a value in stored form: the twin of {@link Comparison} for values that are not in the database yet. */
final class ValueTest {

    private ValueTest() {}

    static boolean holds(Shape shape, @Nullable JsonNode value, Operator operator, List<JsonNode> operands,
            FieldContexts.Request request) {
        if (value == null)
            return operator == Operator.IS_EMPTY || operator == Operator.NE || operator == Operator.NOT_IN;
        return switch (operator) {
            case IS_EMPTY -> false;
            case IS_NOT_EMPTY -> true;
            case EQ -> order(shape, value, operands.getFirst()) == 0;
            case NE -> order(shape, value, operands.getFirst()) != 0;
            case LT -> order(shape, value, operands.getFirst()) < 0;
            case LE -> order(shape, value, operands.getFirst()) <= 0;
            case GT -> order(shape, value, operands.getFirst()) > 0;
            case GE -> order(shape, value, operands.getFirst()) >= 0;
            case BETWEEN -> shape == Shape.DATE_RANGE
                    ? touches(value, operands.getFirst(), operands.getLast())
                    : order(shape, value, operands.getFirst()) >= 0 && order(shape, value, operands.getLast()) <= 0;
            case IN -> isAny(shape, value, operands);
            case NOT_IN -> !isAny(shape, value, operands);
            case CONTAINS -> contains(shape, value, operands.getFirst());
            case STARTS_WITH, IN_OR_BELOW -> value.asString().startsWith(operands.getFirst().asString());
            case IS_ME -> request.viewer().person() != null
                    && isAny(shape, value, List.of(StringNode.valueOf(String.valueOf(request.viewer().person()))));
            case THIS_WEEK, LAST_WEEK, THIS_MONTH, LAST_MONTH -> during(shape, value,
                    DaySpan.of(operator, request.tenant().dayOf(request.now())), request.tenant());
        };
    }

    /** Below, equal or above; for what has no order, any other number than 0 when they differ. */
    private static int order(Shape shape, JsonNode value, JsonNode operand) {
        return switch (shape) {
            case NUMBER, MONEY -> number(value).compareTo(number(operand));
            case CHOICES, DATE_RANGE, FLAG -> value.equals(operand) ? 0 : 1;
            default -> value.asString().compareTo(operand.asString());
        };
    }

    private static BigDecimal number(JsonNode stored) {
        return new BigDecimal(stored.isObject() ? stored.path("amount").asString() : stored.asString());
    }

    private static boolean isAny(Shape shape, JsonNode value, List<JsonNode> operands) {
        for (JsonNode operand : operands)
            if (shape.isMany() ? has(value, operand) : order(shape, value, operand) == 0)
                return true;
        return false;
    }

    private static boolean has(JsonNode values, JsonNode wanted) {
        return values.valueStream().anyMatch(wanted::equals);
    }

    private static boolean contains(Shape shape, JsonNode value, JsonNode operand) {
        return switch (shape) {
            case CHOICES, PEOPLE, UNITS -> has(value, operand);
            case DATE_RANGE -> touches(value, operand, operand);
            case ITEMS -> value.valueStream().anyMatch(item -> item.path("kind").equals(operand));
            default -> value.asString().toLowerCase(Locale.ROOT)
                    .contains(operand.asString().toLowerCase(Locale.ROOT));
        };
    }

    private static boolean touches(JsonNode range, JsonNode from, JsonNode to) {
        return range.path("from").asString().compareTo(to.asString()) <= 0
                && range.path("to").asString().compareTo(from.asString()) >= 0;
    }

    private static boolean during(Shape shape, JsonNode value, DaySpan span, Tenant tenant) {
        return value.asString().compareTo(edge(shape, span.from(), tenant)) >= 0
                && value.asString().compareTo(edge(shape, span.to(), tenant)) < 0;
    }

    private static String edge(Shape shape, LocalDate day, Tenant tenant) {
        return shape == Shape.DATE ? day.toString() : DateTimeType.stored(tenant.startOf(day)).asString();
    }
}

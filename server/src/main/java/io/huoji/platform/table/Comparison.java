package io.huoji.platform.table;

import io.huoji.platform.table.field.DateTimeType;
import io.huoji.platform.table.field.Operator;
import io.huoji.platform.table.field.Shape;
import io.huoji.platform.tenant.Tenant;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.StringNode;

/** One test of a column against operands in stored form, as SQL. */
@Repository
class Comparison {

    Condition of(Column column, Operator operator, List<JsonNode> operands, FieldContexts.Request request) {
        Field<?> it = it(column);
        return switch (operator) {
            case IS_EMPTY -> DSL.condition("{0} is null", it);
            case IS_NOT_EMPTY -> DSL.condition("{0} is not null", it);
            case EQ -> DSL.condition("{0} = {1}", it, value(column, operands.getFirst()));
            case NE -> DSL.condition("{0} is distinct from {1}", it, value(column, operands.getFirst()));
            case LT -> DSL.condition("{0} < {1}", it, value(column, operands.getFirst()));
            case LE -> DSL.condition("{0} <= {1}", it, value(column, operands.getFirst()));
            case GT -> DSL.condition("{0} > {1}", it, value(column, operands.getFirst()));
            case GE -> DSL.condition("{0} >= {1}", it, value(column, operands.getFirst()));
            case BETWEEN -> column.shape() == Shape.DATE_RANGE
                    ? touches(it, operands.getFirst(), operands.getLast())
                    : DSL.condition("{0} between {1} and {2}", it, value(column, operands.getFirst()),
                            value(column, operands.getLast()));
            case IN -> anyOf(column, operands);
            case NOT_IN -> anyOf(column, operands).not().or(DSL.condition("{0} is null", it));
            case CONTAINS -> contains(column, operands.getFirst());
            // A path below another one begins with it; units below are resolved by the filter.
            case STARTS_WITH, IN_OR_BELOW -> DSL.condition("{0} like {1}", it,
                    DSL.val(escaped(operands.getFirst()) + "%"));
            case IS_ME -> isMe(column, request.viewer().person());
            case THIS_WEEK, LAST_WEEK, THIS_MONTH, LAST_MONTH -> during(column, operator, request.tenant(),
                    request.tenant().dayOf(request.now()));
        };
    }

    private static Condition isMe(Column column, @Nullable UUID me) {
        return me == null ? DSL.falseCondition() : anyOf(column, List.of(StringNode.valueOf(me.toString())));
    }

    private static Condition touches(Field<?> range, JsonNode from, JsonNode to) {
        return DSL.condition("({0} ->> 'from') <= {1} and ({0} ->> 'to') >= {2}", range, DSL.val(to.asString()),
                DSL.val(from.asString()));
    }

    static Field<?> it(Column column) {
        return DSL.field(column.sql());
    }

    private static Condition anyOf(Column column, List<JsonNode> operands) {
        if (operands.isEmpty())
            return DSL.falseCondition();
        if (column.shape().isMany())
            return DSL.or(operands.stream()
                    .map(one -> DSL.condition("{0} @> {1}", it(column), json(asArray(one)))).toList());
        return DSL.condition("{0} in ({1})", it(column),
                DSL.list(operands.stream().map(one -> value(column, one)).toList()));
    }

    private static JsonNode asArray(JsonNode one) {
        return one.isArray() ? one : JsonNodeFactory.instance.arrayNode().add(one);
    }

    private static Condition contains(Column column, JsonNode operand) {
        return switch (column.shape()) {
            case CHOICES, PEOPLE, UNITS -> DSL.condition("{0} @> {1}", it(column), json(asArray(operand)));
            case DATE_RANGE -> touches(it(column), operand, operand);
            case ITEMS -> DSL.condition("{0} @> {1}", it(column),
                    json(asArray(JsonNodeFactory.instance.objectNode().set("kind", operand))));
            default -> DSL.condition("{0} ilike {1}", it(column), DSL.val("%" + escaped(operand) + "%"));
        };
    }

    private static String escaped(JsonNode text) {
        return text.asString().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    private static Field<?> json(JsonNode value) {
        return DSL.field("{0}::jsonb", DSL.val(value.toString()));
    }

    /** An operand as the database type of where the column's values lie. */
    static Field<?> value(Column column, JsonNode stored) {
        return switch (column.storage()) {
            case ID -> DSL.val(UUID.fromString(stored.asString()));
            case MOMENT -> moment(stored.asString());
            case NUMBER -> DSL.val(number(stored));
            case FLAG -> DSL.val(stored.asBoolean());
            case TEXT -> DSL.val(stored.asString());
            case JSON -> switch (column.shape()) {
                case NUMBER, MONEY -> DSL.val(number(stored));
                case CHOICES, DATE_RANGE -> json(stored);
                default -> DSL.val(stored.asString());
            };
        };
    }

    private static BigDecimal number(JsonNode stored) {
        return new BigDecimal(stored.isObject() ? stored.get("amount").asString() : stored.asString());
    }

    private static Field<?> moment(String stored) {
        Instant instant = stored.length() == 10
                ? LocalDate.parse(stored).atStartOfDay(ZoneOffset.UTC).toInstant()
                : Instant.parse(stored);
        return DSL.val(OffsetDateTime.ofInstant(instant, ZoneOffset.UTC));
    }

    private static Condition during(Column column, Operator operator, Tenant tenant, LocalDate today) {
        DaySpan span = DaySpan.of(operator, today);
        boolean date = column.shape() == Shape.DATE;
        return DSL.condition("{0} >= {1} and {0} < {2}", it(column),
                value(column,
                        date
                                ? StringNode.valueOf(span.from().toString())
                                : DateTimeType.stored(tenant.startOf(span.from()))),
                value(column,
                        date
                                ? StringNode.valueOf(span.to().toString())
                                : DateTimeType.stored(tenant.startOf(span.to()))));
    }
}

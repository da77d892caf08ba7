package io.huoji.platform.table.field;

import io.huoji.platform.kernel.Problem;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.LongNode;
import tools.jackson.databind.node.ObjectNode;

/** A whole number that every client can hold exactly: up to ±(2⁵³ − 1). */
@Component
class IntegerType implements FieldType {

    private static final BigDecimal MOST = BigDecimal.valueOf((1L << 53) - 1);

    @Override
    public String key() {
        return "integer";
    }

    @Override
    public String group() {
        return "text";
    }

    @Override
    public Shape shape() {
        return Shape.NUMBER;
    }

    @Override
    public List<String> settings() {
        return List.of("min", "max", "suffix");
    }

    @Override
    public boolean mayBeUnique() {
        return true;
    }

    @Override
    public ObjectNode configure(ObjectNode given, FieldContext field, List<Problem> problems) {
        Numbers.checkBounds(field, problems);
        return given;
    }

    @Override
    public @Nullable JsonNode parse(JsonNode given, FieldContext field, List<Problem> problems) {
        BigDecimal whole = Numbers.read(given);
        if (whole == null || whole.scale() > 0) {
            problems.add(field.problem("not-an-integer"));
            return null;
        }
        if (whole.abs().compareTo(MOST) > 0) {
            problems.add(field.problem("too-large", Map.of("max", MOST.toPlainString())));
            return null;
        }
        BigDecimal kept = Numbers.within(given, field, 0, problems);
        return kept == null ? null : node(kept.longValueExact());
    }

    /** The node that reading the stored text would give, so that equal numbers are equal nodes. */
    private static JsonNode node(long number) {
        return number == (int) number ? IntNode.valueOf((int) number) : LongNode.valueOf(number);
    }

    @Override
    public @Nullable JsonNode operand(JsonNode given, Operator operator, FieldContext field, List<Problem> problems) {
        return DecimalType.number(given, field, problems);
    }
}

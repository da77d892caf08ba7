package io.huoji.platform.table.field;

import io.huoji.platform.kernel.Problem;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** An exact decimal number; kept and answered as a string with the field's number of decimals, if it has one. */
@Component
class DecimalType implements FieldType {

    private static final int MOST_DECIMALS = 12;

    @Override
    public String key() {
        return "decimal";
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
        return List.of("min", "max", "decimals", "suffix");
    }

    @Override
    public boolean mayBeUnique() {
        return true;
    }

    @Override
    public ObjectNode configure(ObjectNode given, FieldContext field, List<Problem> problems) {
        Settings.integer(field, "decimals", MOST_DECIMALS, 0, MOST_DECIMALS, problems);
        Numbers.checkBounds(field, problems);
        return given;
    }

    @Override
    public @Nullable JsonNode parse(JsonNode given, FieldContext field, List<Problem> problems) {
        int decimals = field.config().path("decimals").asInt(MOST_DECIMALS);
        BigDecimal number = Numbers.within(given, field, decimals, problems);
        if (number == null)
            return null;
        return StringNode.valueOf(
                field.config().has("decimals") ? Numbers.fixed(number, decimals) : number.toPlainString());
    }

    @Override
    public @Nullable JsonNode operand(JsonNode given, Operator operator, FieldContext field, List<Problem> problems) {
        return number(given, field, problems);
    }

    /** Any number, without the field's limits: what a filter compares with. */
    static @Nullable JsonNode number(JsonNode given, FieldContext field, List<Problem> problems) {
        BigDecimal number = Numbers.read(given);
        if (number == null)
            problems.add(field.problem("not-a-number"));
        return number == null ? null : StringNode.valueOf(number.toPlainString());
    }
}

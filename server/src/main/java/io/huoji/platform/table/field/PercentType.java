package io.huoji.platform.table.field;

import io.huoji.platform.kernel.Problem;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** A share as a decimal string: 0.25 is 25 %. Between 0 and 1 unless the field says otherwise. */
@Component
class PercentType implements FieldType {

    private static final int MOST_DECIMALS = 10;

    @Override
    public String key() {
        return "percent";
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
        return List.of("min", "max", "decimals");
    }

    @Override
    public ObjectNode configure(ObjectNode given, FieldContext field, List<Problem> problems) {
        ObjectNode complete = given.deepCopy();
        if (!complete.has("min"))
            complete.put("min", "0");
        if (!complete.has("max"))
            complete.put("max", "1");
        Settings.integer(field, "decimals", 2, 0, MOST_DECIMALS - 2, problems);
        Numbers.checkBounds(field, problems);
        return complete;
    }

    @Override
    public @Nullable JsonNode parse(JsonNode given, FieldContext field, List<Problem> problems) {
        BigDecimal number = Numbers.within(given, field, MOST_DECIMALS, problems);
        return number == null ? null : StringNode.valueOf(number.toPlainString());
    }

    @Override
    public @Nullable JsonNode operand(JsonNode given, Operator operator, FieldContext field, List<Problem> problems) {
        return DecimalType.number(given, field, problems);
    }

    @Override
    public SheetKind sheetKind() {
        return SheetKind.PERCENT;
    }

    @Override
    public String inSheet(JsonNode stored, FieldContext field) {
        return new BigDecimal(stored.asString()).movePointRight(2).toPlainString() + "%";
    }

    @Override
    public JsonNode ofSheet(String cell, FieldContext field, List<Problem> problems) {
        return StringNode.valueOf(SheetNumbers.share(cell));
    }
}

package io.huoji.platform.table.field;

import io.huoji.platform.kernel.Problem;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** An amount with its ISO 4217 currency; a bare amount is of the field's currency. */
@Component
class MoneyType implements FieldType {

    private static final String CURRENCY = "currency";
    private static final String DEFAULT = "CNY";

    @Override
    public String key() {
        return "money";
    }

    @Override
    public String group() {
        return "text";
    }

    @Override
    public Shape shape() {
        return Shape.MONEY;
    }

    @Override
    public List<String> settings() {
        return List.of("min", "max", CURRENCY);
    }

    @Override
    public ObjectNode configure(ObjectNode given, FieldContext field, List<Problem> problems) {
        ObjectNode complete = given.deepCopy();
        if (!complete.has(CURRENCY))
            complete.put(CURRENCY, DEFAULT);
        if (!complete.get(CURRENCY).isString() || currency(complete.get(CURRENCY).asString()) == null)
            problems.add(field.problem("." + CURRENCY, "unknown-currency", Map.of()));
        Numbers.checkBounds(field, problems);
        return complete;
    }

    @Override
    public @Nullable JsonNode parse(JsonNode given, FieldContext field, List<Problem> problems) {
        JsonNode amount = given;
        Currency currency = currency(field.config().path(CURRENCY).asString(DEFAULT));
        if (given.isObject()) {
            for (String name : given.propertyNames())
                if (!name.equals("amount") && !name.equals(CURRENCY)) {
                    problems.add(field.problem("." + name, "unknown-property", Map.of()));
                    return null;
                }
            amount = given.path("amount");
            if (given.has(CURRENCY))
                currency = currency(given.get(CURRENCY).asString(""));
        }
        if (currency == null) {
            problems.add(field.problem("." + CURRENCY, "unknown-currency", Map.of()));
            return null;
        }
        int decimals = Math.max(0, currency.getDefaultFractionDigits());
        BigDecimal number = Numbers.within(amount, field, decimals, problems);
        return number == null
                ? null
                : JsonNodeFactory.instance.objectNode()
                        .put("amount", Numbers.fixed(number, decimals))
                        .put(CURRENCY, currency.getCurrencyCode());
    }

    @Override
    public @Nullable JsonNode operand(JsonNode given, Operator operator, FieldContext field, List<Problem> problems) {
        return DecimalType.number(given.isObject() ? given.path("amount") : given, field, problems);
    }

    private static @Nullable Currency currency(String code) {
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** The currency is named only where it is not the field's own. */
    @Override
    public String inSheet(JsonNode stored, FieldContext field) {
        String amount = stored.path("amount").asString("");
        String currency = stored.path(CURRENCY).asString("");
        return currency.equals(field.config().path(CURRENCY).asString(DEFAULT)) ? amount : currency + " " + amount;
    }

    @Override
    public JsonNode ofSheet(String cell, FieldContext field, List<Problem> problems) {
        SheetNumbers.Sum sum = SheetNumbers.sum(cell);
        ObjectNode read = JsonNodeFactory.instance.objectNode().put("amount", sum.amount());
        return sum.currency() == null ? read : read.put(CURRENCY, sum.currency());
    }
}

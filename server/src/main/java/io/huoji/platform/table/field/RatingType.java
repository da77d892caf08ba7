package io.huoji.platform.table.field;

import io.huoji.platform.kernel.Problem;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.ObjectNode;

/** Stars: a whole number from 1 to {@code max}, which is 5 unless it is said. */
@Component
class RatingType implements FieldType {

    private static final int USUAL = 5;
    private static final int MOST = 10;

    @Override
    public String key() {
        return "rating";
    }

    @Override
    public String group() {
        return "choice";
    }

    @Override
    public Shape shape() {
        return Shape.NUMBER;
    }

    @Override
    public List<String> settings() {
        return List.of("max");
    }

    @Override
    public ObjectNode configure(ObjectNode given, FieldContext field, List<Problem> problems) {
        given.put("max", Settings.integer(field, "max", USUAL, 2, MOST, problems));
        return given;
    }

    @Override
    public @Nullable JsonNode parse(JsonNode given, FieldContext field, List<Problem> problems) {
        int max = field.config().path("max").asInt(USUAL);
        BigDecimal stars = Numbers.read(given);
        if (stars == null || stars.scale() > 0 || stars.signum() <= 0 || stars.compareTo(BigDecimal.valueOf(max)) > 0) {
            problems.add(field.problem("not-a-rating", Map.of("max", max)));
            return null;
        }
        return IntNode.valueOf(stars.intValueExact());
    }

    @Override
    public @Nullable JsonNode operand(JsonNode given, Operator operator, FieldContext field, List<Problem> problems) {
        return DecimalType.number(given, field, problems);
    }
}

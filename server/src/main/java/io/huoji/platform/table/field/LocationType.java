package io.huoji.platform.table.field;

import io.huoji.platform.kernel.Problem;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A place in WGS 84 degrees, as a phone knows it: {@code {"lat": "39.9087", "lng": "116.3975", "accuracy"?, "name"?}}; accuracy in
 * metres. It is given only by whoever fills in the form; nothing locates a person by itself.
 */
@Component
class LocationType implements FieldType {

    private static final Set<String> WORDS = Set.of("lat", "lng", "accuracy", "name");
    private static final int NAME = 200;
    private static final int DECIMALS = 6; // a tenth of a metre
    private static final int FAR = 1_000_000;

    @Override
    public String key() {
        return "location";
    }

    @Override
    public String group() {
        return "proof";
    }

    @Override
    public Shape shape() {
        return Shape.WHOLE;
    }

    @Override
    public List<String> settings() {
        return List.of();
    }

    @Override
    public @Nullable JsonNode parse(JsonNode given, FieldContext field, List<Problem> problems) {
        if (!given.isObject() || !WORDS.containsAll(given.propertyNames())) {
            problems.add(field.problem("not-a-location"));
            return null;
        }
        int wrong = problems.size();
        ObjectNode kept = JsonNodeFactory.instance.objectNode();
        put(kept, "lat", degrees(given, "lat", 90, field, problems));
        put(kept, "lng", degrees(given, "lng", 180, field, problems));
        JsonNode accuracy = given.path("accuracy");
        if (accuracy.isNumber() && accuracy.asDouble() >= 0 && accuracy.asDouble() <= FAR)
            kept.put("accuracy", (int) Math.ceil(accuracy.asDouble()));
        else if (!accuracy.isMissingNode() && !accuracy.isNull())
            problems.add(field.problem(".accuracy", "not-metres", Map.of("max", FAR)));
        JsonNode name = given.path("name");
        if (!name.isMissingNode() && !name.isNull())
            put(kept, "name", Texts.of(name, field.at(field.path() + ".name"), NAME, false, problems));
        return problems.size() > wrong ? null : kept;
    }

    private static void put(ObjectNode kept, String name, @Nullable String value) {
        if (value != null)
            kept.put(name, value);
    }

    private static @Nullable String degrees(JsonNode given, String name, int most, FieldContext field,
            List<Problem> problems) {
        BigDecimal read = given.has(name) ? Numbers.read(given.get(name)) : null;
        if (read == null || read.abs().compareTo(BigDecimal.valueOf(most)) > 0) {
            problems.add(field.problem("." + name, "not-degrees", Map.of("min", -most, "max", most)));
            return null;
        }
        return read.setScale(DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
    }
}

package io.huoji.platform.table.field;

import io.huoji.platform.kernel.Problem;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * A place in WGS 84 degrees, as a phone knows it: {@code {"lat": "39.9087", "lng": "116.3975", "accuracy"?, "name"?}}; accuracy in
 * metres. It is given only by whoever fills in the form; nothing locates a person by itself.
 */
@Component
class LocationType implements FieldType {

    private static final Set<String> WORDS = Set.of("lat", "lng", "accuracy", "name");
    private static final Pattern PLACE = Pattern
            .compile("(-?\\d+(?:\\.\\d+)?)\\s*[,，]\\s*(-?\\d+(?:\\.\\d+)?)(?:\\s*±(\\d{1,7}))?(?:\\s+(.+))?");
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

    /** {@code 39.9087, 116.3975 ±12 天安门}: metres and name only where they are known. */
    @Override
    public String inSheet(JsonNode stored, FieldContext field) {
        String accuracy = stored.has("accuracy") ? " ±" + stored.get("accuracy").asInt() : "";
        String name = stored.has("name") ? " " + stored.get("name").asString() : "";
        return stored.path("lat").asString() + ", " + stored.path("lng").asString() + accuracy + name;
    }

    @Override
    public JsonNode ofSheet(String cell, FieldContext field, List<Problem> problems) {
        Matcher place = PLACE.matcher(cell.strip());
        if (!place.matches())
            return StringNode.valueOf(cell);
        ObjectNode read = JsonNodeFactory.instance.objectNode().put("lat", place.group(1)).put("lng", place.group(2));
        if (place.group(3) != null)
            read.put("accuracy", Integer.parseInt(place.group(3)));
        if (place.group(4) != null)
            read.put("name", place.group(4));
        return read;
    }
}

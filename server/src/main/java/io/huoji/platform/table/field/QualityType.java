package io.huoji.platform.table.field;

import io.huoji.platform.kernel.Problem;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** How well something was done: one of ordered levels, each in a band MET, IMPROVE or SUPPORT that figures count. */
@Component
public class QualityType implements FieldType {

    public static final String LEVELS = "levels";
    private static final Set<String> BANDS = Set.of("MET", "IMPROVE", "SUPPORT");

    QualityType() {}

    /** The band of a stored level; null for one that the field no longer knows. */
    public static @Nullable String band(ObjectNode config, @Nullable JsonNode level) {
        JsonNode found = level == null || !level.isString()
                ? null
                : Options.find(config.path(LEVELS), level.asString());
        return found == null ? null : found.path("band").asString("");
    }

    @Override
    public String key() {
        return "quality";
    }

    @Override
    public String group() {
        return "proof";
    }

    @Override
    public Shape shape() {
        return Shape.CHOICE;
    }

    @Override
    public Set<String> roles() {
        return Set.of("quality", "leadQuality");
    }

    @Override
    public List<String> settings() {
        return List.of(LEVELS);
    }

    @Override
    public ObjectNode configure(ObjectNode given, FieldContext field, List<Problem> problems) {
        ObjectNode complete = given.deepCopy();
        FieldContext at = field.at(field.path() + "." + LEVELS);
        ArrayNode levels = given.has(LEVELS)
                ? Options.complete(given.get(LEVELS), at, Set.of("band"), problems)
                : usual();
        for (int i = 0; i < levels.size(); i++)
            if (!BANDS.contains(levels.get(i).path("band").asString("")))
                problems.add(at.problem("[%d].band".formatted(i), "unknown-band", Map.of()));
        complete.set(LEVELS, levels);
        return complete;
    }

    @Override
    public ObjectNode reconfigure(ObjectNode before, ObjectNode complete) {
        Options.keepArchived(complete.withArray(LEVELS), before.path(LEVELS));
        return complete;
    }

    @Override
    public @Nullable JsonNode parse(JsonNode given, FieldContext field, List<Problem> problems) {
        return key(given, field, false, problems);
    }

    @Override
    public @Nullable JsonNode operand(JsonNode given, Operator operator, FieldContext field, List<Problem> problems) {
        return key(given, field, true, problems);
    }

    private static @Nullable JsonNode key(JsonNode given, FieldContext field, boolean archivedToo,
            List<Problem> problems) {
        String key = Options.key(given, field.config().path(LEVELS), field, archivedToo, problems);
        return key == null ? null : StringNode.valueOf(key);
    }

    private static ArrayNode usual() {
        return JsonNodeFactory.instance.arrayNode()
                .add(level("MET", "达标", "green"))
                .add(level("IMPROVE", "待提升", "amber"))
                .add(level("SUPPORT", "需支持", "red"));
    }

    private static ObjectNode level(String band, String label, String color) {
        return JsonNodeFactory.instance.objectNode()
                .put("key", band)
                .put("label", label)
                .put("color", color)
                .put("band", band);
    }

    @Override
    public String inSheet(JsonNode stored, FieldContext field) {
        return OptionWords.of(field.config().path(LEVELS), field).word(stored.asString());
    }

    @Override
    public JsonNode ofSheet(String cell, FieldContext field, List<Problem> problems) {
        return OptionWords.of(field.config().path(LEVELS), field).one(cell);
    }

    @Override
    public List<String> sheetChoices(FieldContext field) {
        return OptionWords.of(field.config().path(LEVELS), field).offered();
    }
}

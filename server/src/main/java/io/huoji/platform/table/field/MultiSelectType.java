package io.huoji.platform.table.field;

import io.huoji.platform.kernel.Problem;
import java.util.LinkedHashSet;
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

/** Several of a list of options; the value is an array of keys, kept in the order of the options. */
@Component
class MultiSelectType implements FieldType {

    @Override
    public String key() {
        return "multiSelect";
    }

    @Override
    public String group() {
        return "choice";
    }

    @Override
    public Shape shape() {
        return Shape.CHOICES;
    }

    @Override
    public List<String> settings() {
        return List.of(SelectType.OPTIONS, "max");
    }

    @Override
    public ObjectNode configure(ObjectNode given, FieldContext field, List<Problem> problems) {
        ObjectNode complete = given.deepCopy();
        complete.set(SelectType.OPTIONS, Options.complete(given.path(SelectType.OPTIONS),
                field.at(field.path() + "." + SelectType.OPTIONS), Set.of(), problems));
        Settings.integer(field, "max", 500, 1, 500, problems);
        return complete;
    }

    @Override
    public ObjectNode reconfigure(ObjectNode before, ObjectNode complete) {
        Options.keepArchived(complete.withArray(SelectType.OPTIONS), before.path(SelectType.OPTIONS));
        return complete;
    }

    @Override
    public @Nullable JsonNode parse(JsonNode given, FieldContext field, List<Problem> problems) {
        ArrayNode keys = keys(given, field, false, problems);
        int max = field.config().path("max").asInt(500);
        if (keys != null && keys.size() > max) {
            problems.add(field.problem("too-many-options", Map.of("max", max)));
            return null;
        }
        return keys;
    }

    @Override
    public @Nullable JsonNode operand(JsonNode given, Operator operator, FieldContext field, List<Problem> problems) {
        if (operator == Operator.EQ || operator == Operator.NE)
            return keys(given, field, true, problems);
        String key = Options.key(given, field.config().path(SelectType.OPTIONS), field, true, problems);
        return key == null ? null : StringNode.valueOf(key);
    }

    private static @Nullable ArrayNode keys(JsonNode given, FieldContext field, boolean archivedToo,
            List<Problem> problems) {
        JsonNode options = field.config().path(SelectType.OPTIONS);
        if (!given.isArray()) {
            problems.add(field.problem("not-a-list"));
            return null;
        }
        Set<String> chosen = new LinkedHashSet<>();
        int wrong = problems.size();
        for (JsonNode item : given) {
            String key = Options.key(item, options, field, archivedToo, problems);
            if (key != null)
                chosen.add(key);
        }
        if (problems.size() > wrong || chosen.isEmpty())
            return null;
        ArrayNode kept = JsonNodeFactory.instance.arrayNode();
        for (JsonNode option : options)
            if (chosen.contains(option.path("key").asString("")))
                kept.add(option.get("key"));
        return kept;
    }

    @Override
    public String inSheet(JsonNode stored, FieldContext field) {
        return OptionWords.of(field.config().path(SelectType.OPTIONS), field).said(stored);
    }

    @Override
    public JsonNode ofSheet(String cell, FieldContext field, List<Problem> problems) {
        return OptionWords.of(field.config().path(SelectType.OPTIONS), field).several(cell);
    }
}

package io.huoji.platform.table.field;

import io.huoji.platform.kernel.Problem;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Several of what one type refers to, each once, in the order in which they were given; each given and answered as one is. */
abstract class ReferenceListType implements FieldType {

    private static final int MOST = 100;

    private final String key;
    private final Shape shape;
    private final FieldType one;

    ReferenceListType(String key, Shape shape, FieldType one) {
        this.key = key;
        this.shape = shape;
        this.one = one;
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public String group() {
        return "choice";
    }

    @Override
    public Shape shape() {
        return shape;
    }

    @Override
    public List<String> settings() {
        return List.of();
    }

    @Override
    public @Nullable JsonNode parse(JsonNode given, FieldContext field, List<Problem> problems) {
        if (!given.isArray()) {
            problems.add(field.problem("not-a-list"));
            return null;
        }
        if (given.size() > MOST) {
            problems.add(field.problem("too-many-values", Map.of("max", MOST)));
            return null;
        }
        int wrong = problems.size();
        Set<JsonNode> read = new LinkedHashSet<>();
        for (int i = 0; i < given.size(); i++) {
            JsonNode value = one.parse(given.get(i), field.at("%s[%d]".formatted(field.path(), i)), problems);
            if (value != null)
                read.add(value);
        }
        if (problems.size() > wrong || read.isEmpty())
            return null;
        ArrayNode kept = JsonNodeFactory.instance.arrayNode();
        read.forEach(kept::add);
        return kept;
    }

    /** One of them. */
    @Override
    public @Nullable JsonNode operand(JsonNode given, Operator operator, FieldContext field, List<Problem> problems) {
        return one.parse(given, field, problems);
    }

    @Override
    public JsonNode present(JsonNode stored, FieldContext field) {
        ArrayNode shown = JsonNodeFactory.instance.arrayNode();
        stored.forEach(value -> shown.add(one.present(value, field)));
        return shown;
    }

    /** One after another with 、 between, or each in a line of its own when one of them holds such a sign. */
    @Override
    public String inSheet(JsonNode stored, FieldContext field) {
        List<String> words = stored.valueStream().map(value -> one.inSheet(value, field)).toList();
        return String.join(words.stream().anyMatch(SheetForm::holdsSeparator) ? "\n" : "、", words);
    }

    @Override
    public JsonNode ofSheet(String cell, FieldContext field, List<Problem> problems) {
        ArrayNode read = JsonNodeFactory.instance.arrayNode();
        for (String word : cell.contains("\n") ? cell.lines().toList() : SheetForm.split(cell)) {
            JsonNode value = word.isBlank() ? null : one.ofSheet(word, field, problems);
            if (value != null)
                read.add(value);
        }
        return read;
    }
}

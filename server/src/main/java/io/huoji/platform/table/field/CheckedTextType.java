package io.huoji.platform.table.field;

import io.huoji.platform.kernel.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** One line of text that has to be something: an address, a number, a time of day. Each is kept in one writing. */
abstract class CheckedTextType implements FieldType {

    private final String key;
    private final String group;
    private final int longest;
    private final String refusal;

    /** {@code refusal} is the code of the problem of a text that is nothing of the kind. */
    CheckedTextType(String key, String group, int longest, String refusal) {
        this.key = key;
        this.group = group;
        this.longest = longest;
        this.refusal = refusal;
    }

    /** The text in the writing that is kept; null when it is nothing of the kind. */
    abstract @Nullable String written(String text);

    /** What a filter looks for; also a part of such a text. */
    String searched(String text) {
        return text;
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public String group() {
        return group;
    }

    @Override
    public Shape shape() {
        return Shape.TEXT;
    }

    @Override
    public List<String> settings() {
        return List.of();
    }

    @Override
    public @Nullable JsonNode parse(JsonNode given, FieldContext field, List<Problem> problems) {
        String text = Texts.of(given, field, longest, false, problems);
        if (text == null)
            return null;
        String written = written(text);
        if (written == null)
            problems.add(field.problem(refusal));
        return written == null ? null : StringNode.valueOf(written);
    }

    @Override
    public @Nullable JsonNode operand(JsonNode given, Operator operator, FieldContext field, List<Problem> problems) {
        if (shape() != Shape.TEXT)
            return parse(given, field, problems);
        String text = Texts.of(given, field, longest, false, problems);
        return text == null ? null : StringNode.valueOf(searched(text));
    }
}

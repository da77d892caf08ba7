package io.huoji.platform.table.field;

import io.huoji.platform.kernel.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Text of several lines, up to 20,000 characters. */
@Component
class LongTextType implements FieldType {

    private static final int MAX = 20_000;

    @Override
    public String key() {
        return "longText";
    }

    @Override
    public String group() {
        return "text";
    }

    @Override
    public Shape shape() {
        return Shape.LONG_TEXT;
    }

    @Override
    public List<String> settings() {
        return List.of("maxLength", Texts.NO_PLACEHOLDERS);
    }

    @Override
    public ObjectNode configure(ObjectNode given, FieldContext field, List<Problem> problems) {
        Settings.integer(field, "maxLength", MAX, 1, MAX, problems);
        Settings.flag(field, Texts.NO_PLACEHOLDERS, problems);
        return given;
    }

    @Override
    public @Nullable JsonNode parse(JsonNode given, FieldContext field, List<Problem> problems) {
        String text = Texts.said(given, field, field.config().path("maxLength").asInt(MAX), true, problems);
        return text == null ? null : StringNode.valueOf(text);
    }
}

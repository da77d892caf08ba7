package io.huoji.platform.table.field;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.huoji.platform.kernel.Problem;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** One line of text, up to 500 characters. */
@Component
class TextType implements FieldType {

    private static final int MAX = 500;
    private static final int KEPT_PATTERNS = 1000;

    private final Map<String, Pattern> patterns = new ConcurrentHashMap<>();

    @Override
    public String key() {
        return "text";
    }

    @Override
    public String group() {
        return "text";
    }

    @Override
    public Shape shape() {
        return Shape.TEXT;
    }

    @Override
    public List<String> settings() {
        return List.of("minLength", "maxLength", "pattern", "patternHint", Texts.NO_PLACEHOLDERS);
    }

    @Override
    public boolean mayBeUnique() {
        return true;
    }

    @Override
    public ObjectNode configure(ObjectNode given, FieldContext field, List<Problem> problems) {
        int max = Settings.integer(field, "maxLength", MAX, 1, MAX, problems);
        Settings.integer(field, "minLength", 0, 0, max, problems);
        Settings.flag(field, Texts.NO_PLACEHOLDERS, problems);
        JsonNode pattern = given.path("pattern");
        if (!pattern.isMissingNode() && (!pattern.isString() || compiled(pattern.asString()) == null))
            problems.add(field.problem(".pattern", "bad-pattern", Map.of()));
        return given;
    }

    @Override
    public @Nullable JsonNode parse(JsonNode given, FieldContext field, List<Problem> problems) {
        String text = Texts.said(given, field, field.config().path("maxLength").asInt(MAX), false, problems);
        if (text == null)
            return null;
        int min = field.config().path("minLength").asInt(0);
        if (text.length() < min) {
            problems.add(field.problem("too-short", Map.of("min", min)));
            return null;
        }
        Pattern pattern = field.config().has("pattern") ? compiled(field.config().get("pattern").asString()) : null;
        if (pattern != null && !pattern.matches(text)) {
            problems.add(field.problem("pattern-mismatch",
                    Map.of("pattern", field.config().path("patternHint").asString(pattern.pattern()))));
            return null;
        }
        return StringNode.valueOf(text);
    }

    @Override
    public @Nullable JsonNode operand(JsonNode given, Operator operator, FieldContext field, List<Problem> problems) {
        String text = Texts.of(given, field, MAX, false, problems);
        return text == null ? null : StringNode.valueOf(text);
    }

    private @Nullable Pattern compiled(String text) {
        Pattern known = patterns.get(text);
        if (known != null)
            return known;
        try {
            Pattern made = Pattern.compile(text);
            if (patterns.size() < KEPT_PATTERNS)
                patterns.put(text, made);
            return made;
        } catch (PatternSyntaxException e) {
            return null;
        }
    }
}

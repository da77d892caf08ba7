package io.huoji.platform.table;

import io.huoji.platform.kernel.Problem;
import io.huoji.platform.table.field.DateTimeType;
import io.huoji.platform.table.field.FieldContext;
import io.huoji.platform.table.field.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** The default of a field: a value, or one of the words {@code now}, {@code today} and {@code me}. */
@Component
class Presets {

    /** The value that a new record gets where none was given; null when there is none. */
    @Nullable
    JsonNode of(Field field, FieldContext context) {
        JsonNode preset = field.config().path("default");
        return preset.isMissingNode() || preset.isNull() ? null : resolve(field, preset, context);
    }

    void check(Field field, JsonNode preset, FieldContext context, List<Problem> problems) {
        if (isWord(field, preset, Shape.PERSON, "me"))
            return;
        JsonNode value = resolve(field, preset, context);
        if (value != null)
            field.type().parse(value, context, problems);
    }

    private static @Nullable JsonNode resolve(Field field, JsonNode preset, FieldContext context) {
        if (isWord(field, preset, Shape.TIME, "now"))
            return DateTimeType.stored(context.now());
        if (isWord(field, preset, Shape.DATE, "today"))
            return StringNode.valueOf(context.tenant().dayOf(context.now()).toString());
        if (isWord(field, preset, Shape.PERSON, "me"))
            return context.viewer().person() == null
                    ? null
                    : StringNode.valueOf(context.viewer().person().toString());
        return preset;
    }

    private static boolean isWord(Field field, JsonNode preset, Shape shape, String word) {
        return field.type().shape() == shape && preset.isString() && preset.asString().equals(word);
    }
}

package io.huoji.platform.table.field;

import io.huoji.platform.kernel.Problem;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.StringNode;

/** A length of time in whole seconds, up to ten years: ISO 8601 in the API ({@code PT1H30M}), kept as seconds. */
@Component
class DurationType implements FieldType {

    private static final Duration MOST = Duration.ofDays(3650);

    @Override
    public String key() {
        return "duration";
    }

    @Override
    public String group() {
        return "text";
    }

    @Override
    public Shape shape() {
        return Shape.NUMBER;
    }

    @Override
    public List<String> settings() {
        return List.of();
    }

    @Override
    public @Nullable JsonNode parse(JsonNode given, FieldContext field, List<Problem> problems) {
        Duration duration = given.isString() ? read(given.asString().strip()) : null;
        if (duration == null) {
            problems.add(field.problem("not-a-duration-value"));
            return null;
        }
        if (duration.isNegative() || duration.compareTo(MOST) > 0) {
            problems.add(field.problem("duration-out-of-range", Map.of("days", MOST.toDays())));
            return null;
        }
        return IntNode.valueOf((int) duration.toSeconds());
    }

    private static @Nullable Duration read(String text) {
        try {
            Duration duration = Duration.parse(text);
            return duration.toNanosPart() == 0 ? duration : null;
        } catch (DateTimeException none) {
            return null;
        }
    }

    @Override
    public JsonNode present(JsonNode stored, FieldContext field) {
        return StringNode.valueOf(Duration.ofSeconds(stored.asLong()).toString());
    }
}

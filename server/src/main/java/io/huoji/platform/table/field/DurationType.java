package io.huoji.platform.table.field;

import io.huoji.platform.kernel.Problem;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.StringNode;

/** A length of time in whole seconds, up to ten years: ISO 8601 in the API ({@code PT1H30M}), kept as seconds. */
@Component
class DurationType implements FieldType {

    private static final Pattern CLOCK = Pattern.compile("(\\d{1,6}):([0-5]?\\d)(?::([0-5]?\\d))?|(\\d{1,8})");
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

    @Override
    public SheetKind sheetKind() {
        return SheetKind.TEXT;
    }

    /** {@code 1:30}, with seconds only where there are some. */
    @Override
    public String inSheet(JsonNode stored, FieldContext field) {
        long all = stored.asLong();
        String clock = "%d:%02d".formatted(all / 3600, all / 60 % 60);
        return all % 60 == 0 ? clock : clock + ":%02d".formatted(all % 60);
    }

    /** Hours and minutes, or minutes alone. */
    @Override
    public JsonNode ofSheet(String cell, FieldContext field, List<Problem> problems) {
        Matcher clock = CLOCK.matcher(cell.strip().replace('：', ':'));
        if (!clock.matches())
            return StringNode.valueOf(cell);
        if (clock.group(4) != null)
            return StringNode.valueOf(Duration.ofMinutes(Long.parseLong(clock.group(4))).toString());
        long seconds = clock.group(3) == null ? 0 : Long.parseLong(clock.group(3));
        return StringNode.valueOf(Duration.ofHours(Long.parseLong(clock.group(1)))
                .plusMinutes(Long.parseLong(clock.group(2)))
                .plusSeconds(seconds)
                .toString());
    }
}

package io.huoji.platform.table.field;

import io.huoji.platform.kernel.Problem;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the settings of a field's configuration and says what is wrong with them. */
final class Settings {

    private Settings() {}

    /** A whole number between two bounds, or the fallback when it is absent or wrong. */
    static int integer(FieldContext field, String name, int fallback, int min, int max, List<Problem> problems) {
        JsonNode given = field.config().path(name);
        if (given.isMissingNode() || given.isNull())
            return fallback;
        if (given.isIntegralNumber() && given.canConvertToInt() && given.asInt() >= min && given.asInt() <= max)
            return given.asInt();
        problems.add(field.problem("." + name, "out-of-range", Map.of("min", min, "max", max)));
        return fallback;
    }

    static @Nullable BigDecimal decimal(FieldContext field, String name, List<Problem> problems) {
        JsonNode given = field.config().path(name);
        if (given.isMissingNode() || given.isNull())
            return null;
        BigDecimal read = Numbers.read(given);
        if (read == null)
            problems.add(field.problem("." + name, "not-a-number", Map.of()));
        return read;
    }

    /** A flag that must be a boolean when it is there. */
    static void flag(FieldContext field, String name, List<Problem> problems) {
        JsonNode given = field.config().path(name);
        if (!given.isMissingNode() && !given.isBoolean())
            problems.add(field.problem("." + name, "not-a-boolean", Map.of()));
    }
}

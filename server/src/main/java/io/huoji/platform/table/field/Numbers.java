package io.huoji.platform.table.field;

import io.huoji.platform.kernel.Problem;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Plain decimal numbers: given as JSON string or number, kept exactly. */
final class Numbers {

    private static final Pattern PLAIN = Pattern.compile("[+-]?\\d{1,20}(\\.\\d{1,12})?");

    private Numbers() {}

    /** The number, or null when it is none or has more than 20 digits before or 12 after the point. */
    static @Nullable BigDecimal read(JsonNode given) {
        if (given.isNumber())
            return plain(given.decimalValue());
        if (given.isString() && PLAIN.matcher(given.asString().strip()).matches())
            return plain(new BigDecimal(given.asString().strip()));
        return null;
    }

    private static @Nullable BigDecimal plain(BigDecimal number) {
        if (Math.abs((long) number.precision() - number.scale()) > 20 || number.scale() > 40)
            return number.signum() == 0 ? BigDecimal.ZERO : null;
        BigDecimal stripped = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        return stripped.scale() > 12 ? null : stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** The number when it keeps to the field's min, max and number of decimals; else null with the reasons added. */
    static @Nullable BigDecimal within(JsonNode given, FieldContext field, int scale, List<Problem> problems) {
        BigDecimal number = read(given);
        if (number == null) {
            problems.add(field.problem("not-a-number"));
            return null;
        }
        if (number.scale() > scale) {
            problems.add(field.problem("too-many-decimals", Map.of("max", scale)));
            return null;
        }
        BigDecimal min = bound(field, "min");
        BigDecimal max = bound(field, "max");
        if (min != null && number.compareTo(min) < 0)
            problems.add(field.problem("too-small", Map.of("min", min.toPlainString())));
        else if (max != null && number.compareTo(max) > 0)
            problems.add(field.problem("too-large", Map.of("max", max.toPlainString())));
        else
            return number;
        return null;
    }

    static @Nullable BigDecimal bound(FieldContext field, String name) {
        JsonNode given = field.config().path(name);
        return given.isMissingNode() ? null : read(given);
    }

    /** Checks {@code min} and {@code max} of a configuration. */
    static void checkBounds(FieldContext field, List<Problem> problems) {
        BigDecimal min = Settings.decimal(field, "min", problems);
        BigDecimal max = Settings.decimal(field, "max", problems);
        if (min != null && max != null && min.compareTo(max) > 0)
            problems.add(field.problem(".max", "below-min", Map.of("min", min.toPlainString())));
    }

    static String fixed(BigDecimal number, int scale) {
        return number.setScale(scale, RoundingMode.UNNECESSARY).toPlainString();
    }
}

package io.huoji.platform.table.field;

import io.huoji.platform.kernel.Problem;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Checks that every kind of text shares. */
final class Texts {

    private Texts() {}

    /** The stripped text; null when it is empty, or after it has added why it can't be stored. */
    static @Nullable String of(JsonNode given, FieldContext field, int max, boolean lines, List<Problem> problems) {
        if (!given.isString()) {
            problems.add(field.problem("not-text"));
            return null;
        }
        String text = given.asString().strip();
        if (text.length() > max) {
            problems.add(field.problem("too-long", Map.of("max", max, "length", text.length())));
            return null;
        }
        if (!isStorable(text) || (!lines && text.chars().anyMatch(Character::isISOControl))) {
            problems.add(field.problem("bad-characters"));
            return null;
        }
        return text.isEmpty() ? null : text;
    }

    /** No NUL and no half of a surrogate pair, which the database can't keep. */
    private static boolean isStorable(String text) {
        return text.codePoints().noneMatch(c -> c == 0 || (c >= 0xD800 && c <= 0xDFFF));
    }
}

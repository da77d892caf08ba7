package io.huoji.platform.table.field;

import io.huoji.platform.kernel.Problem;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Checks that every kind of text shares. */
final class Texts {

    static final String NO_PLACEHOLDERS = "noPlaceholders";
    private static final int HANGUL_FILLER = 0x3164;
    private static final int BRAILLE_BLANK = 0x2800;

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
        return isInvisible(text) ? null : text;
    }

    /** The same for a field that may ask for words that say something, by its setting {@code noPlaceholders}. */
    static @Nullable String said(JsonNode given, FieldContext field, int max, boolean lines, List<Problem> problems) {
        String text = of(given, field, max, lines, problems);
        if (text == null || !field.config().path(NO_PLACEHOLDERS).asBoolean(false) || !Placeholders.is(text))
            return text;
        problems.add(field.problem("placeholder", Map.of("value", text)));
        return null;
    }

    /** Nothing but blanks, such as those of no width that a phone or a web page leaves behind. */
    private static boolean isInvisible(String text) {
        return text.codePoints().allMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c)
                || Character.getType(c) == Character.FORMAT || c == HANGUL_FILLER || c == BRAILLE_BLANK);
    }

    /** No NUL and no half of a surrogate pair, which the database can't keep. */
    private static boolean isStorable(String text) {
        return text.codePoints().noneMatch(c -> c == 0 || (c >= 0xD800 && c <= 0xDFFF));
    }
}

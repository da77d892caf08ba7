package io.huoji.platform.kernel;

import java.util.Map;

/**
 * One thing that a person can mend.
 *
 * @param field  where, as the caller named it ({@code fields.budget}, {@code items[3].email}); empty for the whole request
 * @param code   what, stable and lower case ({@code required}, {@code too-long}); its text is message {@code problem.<code>}
 * @param params values for the message, by name
 */
public record Problem(String field, String code, Map<String, Object> params) {

    public Problem {
        params = Map.copyOf(params);
    }

    public static Problem at(String field, String code) {
        return new Problem(field, code, Map.of());
    }

    public static Problem at(String field, String code, Map<String, Object> params) {
        return new Problem(field, code, params);
    }

    public Problem under(String prefix) {
        return new Problem(field.isEmpty() ? prefix : prefix + "." + field, code, params);
    }
}

package io.huoji.platform.org;

import io.huoji.platform.kernel.Keys;
import io.huoji.platform.kernel.Misuse;
import io.huoji.platform.kernel.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gathers everything that is wrong with one input. */
final class Findings {

    static final int LONGEST_NAME = 200;

    private final List<Problem> problems = new ArrayList<>();

    void add(String field, String code) {
        problems.add(Problem.at(field, code));
    }

    void add(String field, String code, Map<String, Object> params) {
        problems.add(Problem.at(field, code, params));
    }

    /** The name without blanks around it; notes a missing, long or unprintable one. */
    String name(String field, @Nullable String value) {
        String plain = value == null ? "" : value.strip();
        if (plain.isEmpty())
            add(field, "required");
        else if (plain.length() > LONGEST_NAME)
            add(field, "too-long", Map.of("max", LONGEST_NAME));
        else if (plain.chars().anyMatch(Character::isISOControl))
            add(field, "bad-character");
        return plain;
    }

    String key(String field, String value) {
        if (!Keys.isKey(value))
            add(field, "bad-key");
        return value;
    }

    boolean isEmpty() {
        return problems.isEmpty();
    }

    List<Problem> all() {
        return List.copyOf(problems);
    }

    void orRefuse() {
        if (!problems.isEmpty())
            throw new Misuse.Refused(problems);
    }
}

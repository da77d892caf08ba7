package io.huoji.platform.identity;

import io.huoji.platform.kernel.Misuse;
import io.huoji.platform.kernel.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Gathers what is missing in a request, to refuse it once with everything named. */
final class Required {

    private static final int LONGEST = 200;

    private final List<Problem> problems = new ArrayList<>();

    static Required in() {
        return new Required();
    }

    Required text(String field, @Nullable String value) {
        if (value == null || value.isBlank())
            problems.add(Problem.at(field, "required"));
        else if (value.length() > LONGEST)
            problems.add(Problem.at(field, "too-long", Map.of("max", LONGEST)));
        return this;
    }

    /** The same for a text that has to be well-formed, too. */
    Required text(String field, @Nullable String value, Predicate<String> isGood, Problem otherwise) {
        int before = problems.size();
        text(field, value);
        if (value != null && problems.size() == before && !isGood.test(value))
            problems.add(otherwise);
        return this;
    }

    Required and(List<Problem> more) {
        problems.addAll(more);
        return this;
    }

    void orRefuse() {
        if (!problems.isEmpty())
            throw new Misuse.Refused(problems);
    }
}

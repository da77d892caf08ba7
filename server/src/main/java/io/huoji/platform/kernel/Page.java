package io.huoji.platform.kernel;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list as the API answers it.
 *
 * @param nextCursor opaque; null on the last page
 * @param total      count of all, only when asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Page<T>(List<T> items, @Nullable String nextCursor, @Nullable Long total) {

    public static final int DEFAULT_LIMIT = 50;
    public static final int MAX_LIMIT = 500;

    public static <T> Page<T> of(List<T> all) {
        return new Page<>(all, null, null);
    }

    public <R> Page<R> map(Function<T, R> present) {
        return new Page<>(items.stream().map(present).toList(), nextCursor, total);
    }

    /** The limit to use; refuses one outside 1…500. */
    public static int limit(@Nullable Integer asked) {
        if (asked == null)
            return DEFAULT_LIMIT;
        if (asked < 1 || asked > MAX_LIMIT)
            throw new Misuse.Malformed(
                    Problem.at("limit", "out-of-range", java.util.Map.of("min", 1, "max", MAX_LIMIT)));
        return asked;
    }
}

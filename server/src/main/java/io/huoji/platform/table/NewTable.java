package io.huoji.platform.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table to be made.
 *
 * @param key made from a number when it is not given
 */
public record NewTable(@Nullable String key, @Nullable String name, @Nullable String description,
        @Nullable List<NewField> fields) {}

package io.huoji.platform.table;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A field to be made.
 *
 * @param key  made from a number when it is not given
 * @param type key of a field type
 */
public record NewField(@Nullable String key, @Nullable String name, @Nullable String type, @Nullable String role,
        @Nullable Boolean required, @Nullable ObjectNode config) {}

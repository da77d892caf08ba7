package io.huoji.platform.table;

import io.huoji.platform.kernel.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One field of a record that is being written, before its rules are asked.
 *
 * @param given    true when the caller named it
 * @param before   its value before; of a new record the default
 * @param after    its value as it would be; null when it has none or a wrong one
 * @param problems what is wrong with the value itself
 */
record Reading(Field field, boolean given, @Nullable JsonNode before, @Nullable JsonNode after,
        List<Problem> problems) {}

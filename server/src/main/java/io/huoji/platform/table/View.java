package io.huoji.platform.table;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A saved way to look at a table.
 *
 * @param owner the person whose own view it is; null when all see it
 */
public record View(UUID id, String key, String name, ObjectNode config, @Nullable UUID owner, int position,
        long version) {}

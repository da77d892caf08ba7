package io.huoji.insight.metric;

import java.util.UUID;

/**
 * A node as figures name it.
 *
 * @param table key of the action table whose records it types
 */
public record NodeCard(UUID id, String key, String name, int position, String table) {}

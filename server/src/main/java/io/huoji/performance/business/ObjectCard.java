package io.huoji.performance.business;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A business object where it is only named.
 *
 * @param type key of its type
 */
public record ObjectCard(UUID id, String type, String externalId, String name, @Nullable UUID owner) {}

package io.huoji.platform.org;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One node of the org tree.
 *
 * @param kind     what the tenant calls this level, a key such as {@code region} or {@code campus}
 * @param position its place among its siblings
 */
public record Unit(UUID id, String code, String name, @Nullable UUID parent, String kind, int position) {}

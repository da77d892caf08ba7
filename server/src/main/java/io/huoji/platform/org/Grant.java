package io.huoji.platform.org;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A role that a person holds.
 *
 * @param unit where it is held; null = at the unit the person stands in
 */
public record Grant(UUID role, @Nullable UUID unit) {}

package io.huoji.platform.identity;

import io.huoji.platform.access.Permission;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A key for another system. It may do what its scopes and its maker's rights of the moment have in common.
 *
 * @param unit      limits it to this unit and below; null = its maker's rows
 * @param createdBy the person who made it
 */
record Token(UUID id, String name, Set<Permission> scopes, @Nullable UUID unit, UUID createdBy, Instant createdAt,
        Instant expiresAt, @Nullable Instant lastUsedAt) {}

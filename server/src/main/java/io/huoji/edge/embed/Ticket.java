package io.huoji.edge.embed;

import io.huoji.platform.tenant.TenantId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Lets a page ask one person about one action, once.
 *
 * @param origin       the page that may show it
 * @param record       its submission; null until there is one
 * @param nextRecord   the id that the next submission gets
 */
record Ticket(TenantId tenant, UUID id, UUID node, @Nullable UUID object, UUID actor, String origin, UUID createdBy,
        Instant createdAt, Instant expiresAt, @Nullable UUID record, UUID nextRecord) {}

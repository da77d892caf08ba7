package io.huoji.performance.business;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A customer, opportunity, order: something of the business that actions are about. */
public record BusinessObject(UUID id, UUID type, String externalId, String name, @Nullable UUID owner,
        ObjectNode fields, long version, Instant createdAt, Instant updatedAt) {}

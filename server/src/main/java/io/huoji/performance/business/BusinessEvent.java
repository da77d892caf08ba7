package io.huoji.performance.business;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened in the business.
 *
 * @param type  key of its type
 * @param actor who did it
 * @param owner the person who owns the object now
 */
public record BusinessEvent(UUID id, String type, @Nullable UUID object, @Nullable UUID actor, @Nullable UUID owner,
        Instant occurredAt, Instant receivedAt) {}

package io.huoji.platform.comment;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What somebody said about a record.
 *
 * @param author person; null for a system
 * @param text   a mention in it is written {@code @[id of the person]}
 */
public record Comment(UUID id, UUID record, @Nullable UUID author, String text, Instant createdAt,
        @Nullable Instant editedAt) {}

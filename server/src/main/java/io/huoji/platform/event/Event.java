package io.huoji.platform.event;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Something that was committed.
 *
 * @param id      grows with time, but commit order is not id order: a consumer must not rely on it
 * @param kind    e.g. {@code record.created}
 * @param subject what it happened to
 * @param payload as its kind defines it
 */
public record Event(UUID id, String kind, @Nullable UUID subject, JsonNode payload) {}

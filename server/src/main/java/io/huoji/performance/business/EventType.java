package io.huoji.performance.business;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A kind of business event: {@code opportunity.engaged}.
 *
 * @param objectType the type its objects must be of; null: any
 * @param outcome    whether it is a business result: repurchase, cancellation, payment
 */
public record EventType(UUID id, String key, String name, @Nullable UUID objectType, boolean outcome) {}

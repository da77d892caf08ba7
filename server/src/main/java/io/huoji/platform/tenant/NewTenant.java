package io.huoji.platform.tenant;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A tenant to be founded.
 *
 * @param trialUntil the end of its trial; null for one that never ends
 */
public record NewTenant(String name, ZoneId zone, String locale, @Nullable Instant trialUntil) {}

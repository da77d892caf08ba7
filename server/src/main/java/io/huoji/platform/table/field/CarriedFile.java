package io.huoji.platform.table.field;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file that a value carries.
 *
 * @param kind what it has to be, {@code photo}, {@code recording} or {@code document}; null for whatever it is
 */
public record CarriedFile(UUID id, @Nullable String kind) {}

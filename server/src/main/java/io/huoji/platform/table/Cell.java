package io.huoji.platform.table;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A cell of the roll-ups whose figures may have changed.
 *
 * @param month the first day of a month, for the person's cell
 */
public record Cell(@Nullable UUID unit, UUID node, @Nullable LocalDate day, @Nullable UUID person,
        @Nullable LocalDate month) {}

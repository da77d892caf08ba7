package io.huoji.platform.org;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The unit a person belongs to over a time.
 *
 * @param from first day; null = since ever
 * @param to   first day after it; null = until further notice
 */
public record Membership(UUID id, UUID unit, @Nullable LocalDate from, @Nullable LocalDate to) {

    public boolean holdsOn(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || day.isBefore(to));
    }

    boolean overlaps(Membership other) {
        return startsBefore(to, other.from) && startsBefore(other.to, from);
    }

    private static boolean startsBefore(@Nullable LocalDate end, @Nullable LocalDate start) {
        return end == null || start == null || start.isBefore(end);
    }
}

package io.huoji.platform.tenant;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How far a tenant may work: without end, on trial, only reading after its trial, or not at all. */
public enum TenantState {
    PERMANENT, TRIAL, ENDED, SUSPENDED;

    static TenantState at(Instant moment, @Nullable Instant trialUntil, @Nullable Instant suspendedAt) {
        if (suspendedAt != null && !moment.isBefore(suspendedAt))
            return SUSPENDED;
        if (trialUntil == null)
            return PERMANENT;
        return moment.isBefore(trialUntil) ? TRIAL : ENDED;
    }

    /** Whether people write, so that the product may expect something of them. */
    public boolean isAtWork() {
        return this == PERMANENT || this == TRIAL;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The end of a trial of so many days from then: the midnight after the last of them, so none ends amid a day's work. */
    public static Instant trialEnd(Instant from, int days, ZoneId zone) {
        return from.atZone(zone).toLocalDate().plusDays(days + 1L).atStartOfDay(zone).toInstant();
    }
}

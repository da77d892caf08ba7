package io.huoji.platform.tenant;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One customer.
 *
 * @param zone           the one time zone in which its days, weeks and months are counted
 * @param locale         language tag of its default language
 * @param embedOrigins   origins of pages that may carry the assessment box
 * @param trialUntil     the end of its trial; null when it is none
 * @param suspendedAt    since when nobody gets in; null when they may
 */
public record Tenant(TenantId id, String name, ZoneId zone, String locale, List<String> embedOrigins,
        Instant createdAt, @Nullable Instant trialUntil, @Nullable Instant suspendedAt) {

    /** What may be done at that moment. */
    public TenantState stateAt(Instant moment) {
        return TenantState.at(moment, trialUntil, suspendedAt);
    }

    public LocalDate dayOf(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }

    /** The first instant of a local day. */
    public Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }
}

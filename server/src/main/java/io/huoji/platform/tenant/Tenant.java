package io.huoji.platform.tenant;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * One customer.
 *
 * @param zone           the one time zone in which its days, weeks and months are counted
 * @param locale         language tag of its default language
 * @param embedOrigins   origins of pages that may carry the assessment box
 */
public record Tenant(TenantId id, String name, ZoneId zone, String locale, List<String> embedOrigins,
        Instant createdAt) {

    public LocalDate dayOf(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }

    /** The first instant of a local day. */
    public Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }
}

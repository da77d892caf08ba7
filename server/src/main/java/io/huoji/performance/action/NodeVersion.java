package io.huoji.performance.action;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a node said from one edit to the next.
 *
 * @param dueSoon how long before the deadline it is due soon; null: the last quarter of the span, at most 24 h
 */
record NodeVersion(int version, String name, String why, Assignee assignee, Trigger trigger, Span grace,
        @Nullable Span dueSoon, List<EvidenceItem> evidence, BigDecimal weight, @Nullable LocalDate validFrom,
        @Nullable LocalDate validUntil, Instant createdAt) {

    NodeVersion {
        evidence = List.copyOf(evidence);
    }

    boolean isValidOn(LocalDate day) {
        return (validFrom == null || !day.isBefore(validFrom)) && (validUntil == null || !day.isAfter(validUntil));
    }
}

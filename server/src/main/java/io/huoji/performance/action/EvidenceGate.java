package io.huoji.performance.action;

import io.huoji.platform.table.RecordRow.Proof;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Holds the evidence of an action against what its node lists. */
record EvidenceGate(List<EvidenceItem> listed, Map<String, Long> present) {

    /** Counts the stored value of an evidence field; the same file or address given twice counts once. */
    static EvidenceGate of(List<EvidenceItem> listed, @Nullable JsonNode stored) {
        Map<String, Long> present = stored == null
                ? Map.of()
                : stored.values().stream().distinct().collect(
                        Collectors.groupingBy(item -> item.path("kind").asString(""), Collectors.counting()));
        return new EvidenceGate(listed, present);
    }

    /** Items that are required and not all there. */
    List<EvidenceItem> missing() {
        return listed.stream()
                .filter(item -> item.mode() == EvidenceItem.Mode.REQUIRED && !isThere(item))
                .toList();
    }

    long count(EvidenceItem item) {
        return present.getOrDefault(item.kind().key(), 0L);
    }

    private boolean isThere(EvidenceItem item) {
        return count(item) >= item.min();
    }

    /**
     * What the record keeps of it.
     *
     * @param now    when evidence that is new counts as come
     * @param before what it kept so far
     */
    Proof proof(@Nullable Proof before, Instant now) {
        if (listed.isEmpty()) {
            return Proof.NONE;
        }
        int there = (int) listed.stream().filter(this::isThere).count();
        boolean isComplete = there == listed.size();
        var since = before == null || before.completeAt() == null ? now : before.completeAt();
        return new Proof(listed.size(), there, isComplete, isComplete ? since : null);
    }
}

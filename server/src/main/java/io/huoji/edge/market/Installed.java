package io.huoji.edge.market;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** An app in a tenant, with the parts that it brought. */
record Installed(UUID id, String key, String name, String version, String description, String language,
        Instant installedAt, Instant updatedAt, List<Held> parts) {

    /**
     * A part that it brought.
     *
     * @param said what the file said
     * @param base what stood here afterwards; null: it was here before and is shared
     */
    record Held(Kind kind, String key, String localKey, ObjectNode said, @Nullable ObjectNode base) {}

    Installed {
        parts = List.copyOf(parts);
    }

    @Nullable
    Held part(Kind kind, String key) {
        return parts.stream().filter(it -> it.kind() == kind && it.key().equals(key)).findFirst().orElse(null);
    }

    List<Held> of(Kind kind) {
        return parts.stream().filter(it -> it.kind() == kind).toList();
    }

    Names names() {
        Names names = new Names();
        parts.forEach(it -> names.put(it.kind(), it.key(), it.localKey()));
        return names;
    }
}

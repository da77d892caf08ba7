package io.huoji.performance.action;

import io.huoji.platform.tenant.Tenant;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One high-value action: who should do it, when, and what proves it; every edit makes a version. */
public final class Node {

    private final UUID id;
    private final String key;
    private final @Nullable UUID scene;
    private final UUID table;
    private final int position;
    private final boolean isDeleted;
    private final List<NodeVersion> versions;

    /** Versions in order, at least one. */
    Node(UUID id, String key, @Nullable UUID scene, UUID table, int position, boolean isDeleted,
            List<NodeVersion> versions) {
        this.id = id;
        this.key = key;
        this.scene = scene;
        this.table = table;
        this.position = position;
        this.isDeleted = isDeleted;
        this.versions = List.copyOf(versions);
    }

    public UUID id() {
        return id;
    }

    public String key() {
        return key;
    }

    public String name() {
        return current().name();
    }

    public @Nullable UUID scene() {
        return scene;
    }

    public UUID table() {
        return table;
    }

    public int position() {
        return position;
    }

    public boolean isDeleted() {
        return isDeleted;
    }

    /** What the newest version asks as proof. */
    public List<EvidenceItem> evidence() {
        return current().evidence();
    }

    public boolean isValidOn(LocalDate day) {
        return current().isValidOn(day);
    }

    NodeVersion current() {
        return versions.getLast();
    }

    List<NodeVersion> versions() {
        return versions;
    }

    /** A version by its number; the newest when there is none of it. */
    NodeVersion version(int number) {
        return versions.stream().filter(version -> version.version() == number).findFirst().orElse(current());
    }

    /** The version by which an action of that instant is judged: of a cadence the one its period began with, else the newest. */
    NodeVersion versionInForce(Instant at, Tenant tenant) {
        return current().trigger() instanceof Trigger.Cadence cadence
                ? versionAt(tenant.startOf(cadence.per().startOf(tenant.dayOf(at))))
                : current();
    }

    /** The newest version that was there at that instant; before the first, the first. */
    NodeVersion versionAt(Instant instant) {
        var version = versions.getFirst();
        for (var later : versions) {
            if (!later.createdAt().isAfter(instant)) {
                version = later;
            }
        }
        return version;
    }
}

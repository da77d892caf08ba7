package io.huoji.platform.table;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the platform knows of one record: its core columns, grouped by what they say, and the JSON of all other fields.
 *
 * @param fields values in stored form by field key; never to be changed in place
 */
public record RecordRow(UUID id, UUID table, Who who, Times times, Levels levels, Proof proof, String confirmation,
        Origin origin, ObjectNode fields, Trace trace) {

    public static final String NO_CONFIRMATION = "none";

    /**
     * Whom and what the record is about.
     *
     * @param subject whom the record is about; in a table without that role, who made it
     * @param unit    the unit it stands under: the record's own field, else the subject's at the effective time
     * @param kind    the node, when a module above knows one
     */
    public record Who(@Nullable UUID subject, @Nullable UUID unit, @Nullable UUID kind, @Nullable Integer kindVersion,
            @Nullable UUID object) {}

    /**
     * When it happened.
     *
     * @param occurredAt  claimed
     * @param receivedAt  first seen by the server
     * @param effectiveAt counts
     */
    public record Times(@Nullable Instant occurredAt, Instant receivedAt, Instant effectiveAt, boolean late) {}

    /** Bands of the quality field and of the lead's rating. */
    public record Levels(@Nullable String own, @Nullable String lead) {}

    /**
     * Its evidence, counted.
     *
     * @param needed     items that the kind lists
     * @param complete   null when the kind lists none
     * @param completeAt when the last listed item came
     */
    public record Proof(int needed, int present, @Nullable Boolean complete, @Nullable Instant completeAt) {
        public static final Proof NONE = new Proof(0, 0, null, null);
    }

    /** Where it came from. */
    public record Origin(Source source, @Nullable String externalSource, @Nullable String externalId) {}

    /** Who wrote it when, and how often. */
    public record Trace(long version, Instant createdAt, @Nullable UUID createdBy, Instant updatedAt,
            @Nullable UUID updatedBy, @Nullable Instant deletedAt, @Nullable UUID deletedBy) {}

    public @Nullable UUID subject() {
        return who.subject();
    }

    public @Nullable UUID unit() {
        return who.unit();
    }

    public @Nullable UUID kind() {
        return who.kind();
    }

    public @Nullable Integer kindVersion() {
        return who.kindVersion();
    }

    public @Nullable UUID object() {
        return who.object();
    }

    public @Nullable Instant occurredAt() {
        return times.occurredAt();
    }

    public Instant receivedAt() {
        return times.receivedAt();
    }

    public Instant effectiveAt() {
        return times.effectiveAt();
    }

    public boolean late() {
        return times.late();
    }

    public Source source() {
        return origin.source();
    }

    public long version() {
        return trace.version();
    }

    public Instant updatedAt() {
        return trace.updatedAt();
    }

    public boolean isDeleted() {
        return trace.deletedAt() != null;
    }

    /**
     * When the claimed time was claimed: when the record came, or at the edit that moved it. What an allowance is measured by;
     * a later edit of other fields does not make a late claim timely.
     */
    public Instant claimedAt(@Nullable RecordRow before) {
        if (before == null)
            return receivedAt();
        if (!Objects.equals(before.occurredAt(), occurredAt()))
            return updatedAt();
        return before.late() ? before.effectiveAt() : receivedAt();
    }

    public RecordRow with(Who other) {
        return new RecordRow(id, table, other, times, levels, proof, confirmation, origin, fields, trace);
    }

    public RecordRow with(Times other) {
        return new RecordRow(id, table, who, other, levels, proof, confirmation, origin, fields, trace);
    }

    public RecordRow with(Levels other) {
        return new RecordRow(id, table, who, times, other, proof, confirmation, origin, fields, trace);
    }

    public RecordRow with(Proof other) {
        return new RecordRow(id, table, who, times, levels, other, confirmation, origin, fields, trace);
    }

    public RecordRow with(Trace other) {
        return new RecordRow(id, table, who, times, levels, proof, confirmation, origin, fields, other);
    }

    public RecordRow withConfirmation(String other) {
        return new RecordRow(id, table, who, times, levels, proof, other, origin, fields, trace);
    }

    public RecordRow withUnit(@Nullable UUID unit) {
        return with(new Who(who.subject(), unit, who.kind(), who.kindVersion(), who.object()));
    }

    public RecordRow withKindVersion(int version) {
        return with(new Who(who.subject(), who.unit(), who.kind(), version, who.object()));
    }

    RecordRow receivedAt(Instant at) {
        return with(new Times(times.occurredAt(), at, times.effectiveAt(), times.late()));
    }

    public RecordRow effective(Instant at, boolean late) {
        return with(new Times(times.occurredAt(), times.receivedAt(), at, late));
    }
}

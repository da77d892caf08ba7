package io.huoji.platform.table;

import io.huoji.platform.access.Permission;
import io.huoji.platform.access.Viewer;
import io.huoji.platform.kernel.Ids;
import io.huoji.platform.kernel.Misuse;
import io.huoji.platform.kernel.Problem;
import io.huoji.platform.org.Directories;
import io.huoji.platform.table.RecordRow.Levels;
import io.huoji.platform.table.RecordRow.Origin;
import io.huoji.platform.table.RecordRow.Proof;
import io.huoji.platform.table.RecordRow.Times;
import io.huoji.platform.table.RecordRow.Trace;
import io.huoji.platform.table.RecordRow.Who;
import io.huoji.platform.table.field.QualityType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What every record must pass before it is stored, whatever way it comes: all that is wrong is named at once. */
@Component
class RecordGate {

    private static final int EXTERNAL_ID = 200;
    private static final Duration AHEAD = Duration.ofMinutes(5);
    /** Up to this age a claimed time counts, where no module above knows better. */
    private static final Duration ALLOWANCE = Duration.ofHours(24);
    /** As long as a submission may be undone by whoever made it. */
    private static final Duration WITHDRAWAL = Duration.ofMinutes(1);
    /** All records that come over HTTP share one source system; a connector will name its own. */
    private static final String SOURCE_SYSTEM = "api";

    private final GivenValues given;
    private final Directories directories;
    private final List<RecordParticipant> participants;

    RecordGate(GivenValues given, Directories directories, List<RecordParticipant> participants) {
        this.given = given;
        this.directories = directories;
        this.participants = participants;
    }

    List<RecordParticipant> participants(Table table) {
        return participants.stream().filter(participant -> participant.concerns(table)).toList();
    }

    /** The row that a draft would become; worth storing only when no problem was added. */
    RecordRow created(Table table, Draft draft, FieldContexts.Request request, List<Problem> problems) {
        checkExternalId(draft.externalId(), problems);
        Instant now = request.now();
        UUID by = request.viewer().person();
        Map<String, JsonNode> values = given.values(table, draft, request, problems);
        checkNames(table, draft.fields(), problems);
        Origin origin = new Origin(draft.source(), draft.externalId() == null ? null : SOURCE_SYSTEM,
                draft.externalId());
        RecordRow bare = new RecordRow(draft.id() == null ? Ids.next() : draft.id(), table.id(),
                new Who(null, null, null, null, null), new Times(null, now, now, false), new Levels(null, null),
                Proof.NONE, RecordRow.NO_CONFIRMATION, origin, JsonNodeFactory.instance.objectNode(),
                new Trace(1, now, by, now, by, null, null));
        return complete(table, null, bare, values, request, problems);
    }

    /** The row that a change would make of a record. */
    RecordRow changed(Table table, RecordRow before, Patch patch, FieldContexts.Request request,
            List<Problem> problems) {
        Map<String, JsonNode> values = given.values(table, before, patch, request, problems);
        checkNames(table, patch.fields(), problems);
        Trace trace = before.trace();
        RecordRow bare = before.with(new Trace(trace.version() + 1, trace.createdAt(), trace.createdBy(), request.now(),
                request.viewer().person(), null, null));
        if (!patch.fields().keySet().stream().anyMatch(key -> isUnit(table, key)))
            table.fields().stream().filter(field -> field.hasRole(Roles.UNIT)).forEach(field -> {
                if (!Objects.equals(before.subject(), id(values, table, Roles.SUBJECT)))
                    values.remove(field.key());
            });
        return complete(table, before, bare, values, request, problems);
    }

    /** A deleted record as it would come back. */
    RecordRow restored(Table table, RecordRow before, FieldContexts.Request request, List<Problem> problems) {
        return changed(table, before, new Patch(Map.of(), before.source()), request, problems);
    }

    static RecordRow deleted(RecordRow before, FieldContexts.Request request) {
        Trace trace = before.trace();
        UUID by = request.viewer().person();
        return before.with(new Trace(trace.version() + 1, trace.createdAt(), trace.createdBy(), request.now(), by,
                request.now(), by));
    }

    /** Only for whoever made it, while it is fresh and no one else has built on it. */
    static RecordRow withdrawn(RecordRow before, FieldContexts.Request request) {
        Trace trace = before.trace();
        UUID person = request.viewer().person();
        if (person == null || !person.equals(trace.createdBy()))
            throw new Misuse.Forbidden(Permission.RECORDS_DELETE.key());
        if (!person.equals(trace.updatedBy()))
            throw new Misuse.Conflict(Problem.at("", "changed-by-other"));
        if (trace.createdAt().plus(WITHDRAWAL).isBefore(request.now()))
            throw new Misuse.Conflict(
                    Problem.at("", "too-late-to-undo", Map.of("seconds", WITHDRAWAL.toSeconds())));
        return deleted(before, request);
    }

    private static boolean isUnit(Table table, String key) {
        Field field = table.field(key);
        return field != null && field.hasRole(Roles.UNIT);
    }

    private static void checkExternalId(@Nullable String externalId, List<Problem> problems) {
        if (externalId == null)
            return;
        if (externalId.isBlank() || externalId.length() > EXTERNAL_ID)
            problems.add(Problem.at("externalId", "external-id-length", Map.of("max", EXTERNAL_ID)));
        else if (externalId.codePoints().anyMatch(c -> Character.isISOControl(c) || (c >= 0xD800 && c <= 0xDFFF)))
            problems.add(Problem.at("externalId", "bad-character"));
    }

    private static void checkNames(Table table, Map<String, JsonNode> given, List<Problem> problems) {
        for (String key : given.keySet())
            if (table.field(key) == null)
                problems.add(Problem.at("fields." + key, "unknown-field", Map.of("field", key)));
    }

    private RecordRow complete(Table table, @Nullable RecordRow before, RecordRow bare, Map<String, JsonNode> values,
            FieldContexts.Request request, List<Problem> problems) {
        RecordRow row = timed(table, before, placed(table, before, bare, values), values, request, problems);
        // Participants measure lateness from the reception: for them that is the moment of the claim.
        RecordRow checked = row.receivedAt(row.claimedAt(before));
        for (RecordParticipant participant : participants(table))
            checked = participant.check(request.viewer(), table, before, checked, problems);
        checked = checked.receivedAt(row.receivedAt());
        RecordRow done = checked.withUnit(unit(table, checked, values, request));
        checkScope(request.viewer(), table, before, done, problems);
        return done;
    }

    /** Puts values where they belong: columns for what the core knows, the JSON for all else. */
    private static RecordRow placed(Table table, @Nullable RecordRow before, RecordRow bare,
            Map<String, JsonNode> values) {
        ObjectNode json = before == null ? JsonNodeFactory.instance.objectNode() : before.fields().deepCopy();
        for (Field field : table.fields()) {
            if (field.isColumn())
                continue;
            JsonNode value = values.get(field.key());
            if (value == null)
                json.remove(field.key());
            else
                json.set(field.key(), value);
        }
        UUID subject = table.role(Roles.SUBJECT) == null
                ? bare.trace().createdBy()
                : id(values, table, Roles.SUBJECT);
        return new RecordRow(bare.id(), bare.table(),
                new Who(subject, null, id(values, table, Roles.NODE), bare.kindVersion(),
                        id(values, table, Roles.OBJECT)),
                bare.times(), new Levels(band(table, Roles.QUALITY, values), band(table, Roles.LEAD_QUALITY, values)),
                bare.proof(), bare.confirmation(), bare.origin(), json, bare.trace());
    }

    private static @Nullable String band(Table table, String role, Map<String, JsonNode> values) {
        Field field = table.role(role);
        return field == null ? null : QualityType.band(field.config(), values.get(field.key()));
    }

    private static @Nullable UUID id(Map<String, JsonNode> values, Table table, String role) {
        Field field = table.role(role);
        JsonNode value = field == null ? null : values.get(field.key());
        return value == null ? null : UUID.fromString(value.asString());
    }

    /** When it happened, and whether that counts: for tables that no module above measures, within a day of the claim. */
    private static RecordRow timed(Table table, @Nullable RecordRow before, RecordRow row, Map<String, JsonNode> values,
            FieldContexts.Request request, List<Problem> problems) {
        Field field = table.role(Roles.OCCURRED_AT);
        JsonNode value = field == null ? null : values.get(field.key());
        Instant occurred = value == null ? null : Instant.parse(value.asString());
        if (field != null && occurred != null && occurred.isAfter(request.now().plus(AHEAD)))
            problems.add(request.field(field).problem("ahead-of-now", Map.of("minutes", AHEAD.toMinutes())));
        RecordRow claimed = row.with(new Times(occurred, row.receivedAt(), row.receivedAt(), false));
        if (occurred == null)
            return claimed;
        boolean late = !row.source().isTrusted()
                && Duration.between(occurred, claimed.claimedAt(before)).compareTo(ALLOWANCE) > 0;
        return claimed.effective(late ? claimed.claimedAt(before) : occurred, late);
    }

    private @Nullable UUID unit(Table table, RecordRow row, Map<String, JsonNode> values,
            FieldContexts.Request request) {
        UUID own = id(values, table, Roles.UNIT);
        if (own != null || row.subject() == null)
            return own;
        return directories.of(request.tenant().id())
                .unitAt(row.subject(), request.tenant().dayOf(row.effectiveAt()));
    }

    /** Nobody puts a record where he could not see it, nor a name into a table that he may not fill. */
    private static void checkScope(Viewer viewer, Table table, @Nullable RecordRow before, RecordRow row,
            List<Problem> problems) {
        boolean known = row.subject() != null || table.role(Roles.SUBJECT) == null;
        if (known && problems.isEmpty() && !viewer.scope().covers(row.unit(), row.subject()))
            throw new Misuse.Forbidden(
                    (before == null ? Permission.RECORDS_CREATE : Permission.RECORDS_UPDATE).key());
    }
}

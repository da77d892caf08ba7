package io.huoji.platform.table;

import static java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME;

import io.huoji.platform.org.Directories;
import io.huoji.platform.org.Person;
import io.huoji.platform.table.field.FieldContext;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Says records as the API answers them. */
@Component
class RecordPresenter {

    private final RecordGate gate;
    private final RecordWriteRepository repository;
    private final Directories directories;
    private final JsonMapper json;

    RecordPresenter(RecordGate gate, RecordWriteRepository repository, Directories directories, JsonMapper json) {
        this.gate = gate;
        this.repository = repository;
        this.directories = directories;
        this.json = json;
    }

    /** A page of rows; what participants know of them is read at once. Must run in the tenant's transaction. */
    List<StoredRecord> all(Table table, List<RecordRow> rows, FieldContexts.Request request) {
        Map<UUID, String> facts = new HashMap<>();
        List<UUID> ids = rows.stream().map(RecordRow::id).toList();
        for (RecordParticipant participant : gate.participants(table)) {
            Statement query = ids.isEmpty() ? null : participant.facts(request.tenant().id(), ids);
            if (query != null)
                facts.putAll(repository.facts(query));
        }
        preload(table, rows, request);
        return rows.stream().map(row -> one(table, row, facts.get(row.id()), request)).toList();
    }

    /** One row whose facts are known already. */
    StoredRecord one(Table table, RecordRow row, @Nullable String facts, FieldContexts.Request request) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("id", row.id().toString()).put("table", table.key()).put("version", row.version());
        ObjectNode fields = answer.putObject("fields");
        for (Field field : table.fields()) {
            JsonNode stored = RecordValues.of(row, field);
            if (stored != null)
                fields.set(field.key(), field.type().present(stored, request.field(field)));
        }
        put(answer, "occurredAt", row.occurredAt(), request);
        put(answer, "receivedAt", row.receivedAt(), request);
        put(answer, "effectiveAt", row.effectiveAt(), request);
        answer.put("late", row.late()).put("source", row.source().key());
        if (row.origin().externalId() != null)
            answer.put("externalId", row.origin().externalId());
        answer.put("confirmation", row.confirmation());
        if (row.levels().own() != null || row.levels().lead() != null)
            answer.put("band", row.levels().lead() == null ? row.levels().own() : row.levels().lead());
        if (row.proof().complete() != null)
            answer.put("evidenceComplete", row.proof().complete());
        traces(answer, row, request);
        for (RecordParticipant participant : gate.participants(table))
            participant.present(row, facts == null ? null : json.readTree(facts), answer);
        return new StoredRecord(row, answer);
    }

    private void traces(ObjectNode answer, RecordRow row, FieldContexts.Request request) {
        put(answer, "createdAt", row.trace().createdAt(), request);
        answer.set("createdBy", person(row.trace().createdBy(), request));
        put(answer, "updatedAt", row.updatedAt(), request);
        answer.set("updatedBy", person(row.trace().updatedBy(), request));
        if (row.isDeleted()) {
            put(answer, "deletedAt", row.trace().deletedAt(), request);
            answer.set("deletedBy", person(row.trace().deletedBy(), request));
        }
    }

    JsonNode person(@Nullable UUID id, FieldContexts.Request request) {
        Person person = id == null ? null : directories.of(request.tenant().id()).person(id);
        if (person == null)
            return JsonNodeFactory.instance.nullNode();
        return JsonNodeFactory.instance.objectNode().put("id", person.id().toString()).put("code", person.code())
                .put("name", person.name());
    }

    /** Values of a history as people read them. */
    @Nullable
    JsonNode value(Field field, @Nullable JsonNode stored, FieldContexts.Request request) {
        return stored == null || stored.isNull() ? null : field.type().present(stored, request.field(field));
    }

    private static void preload(Table table, List<RecordRow> rows, FieldContexts.Request request) {
        for (Field field : table.fields()) {
            FieldContext context = request.field(field);
            field.type().preloadStored(
                    rows.stream().map(row -> RecordValues.of(row, field)).filter(Objects::nonNull).toList(), context);
        }
    }

    private static void put(ObjectNode answer, String name, @Nullable Instant at, FieldContexts.Request request) {
        if (at != null)
            answer.put(name, ISO_OFFSET_DATE_TIME.format(at.atZone(request.tenant().zone())));
    }
}

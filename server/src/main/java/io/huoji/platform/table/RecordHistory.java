package io.huoji.platform.table;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.huoji.platform.access.Permission;
import io.huoji.platform.access.Viewer;
import io.huoji.platform.kernel.Misuse;
import io.huoji.platform.kernel.Page;
import io.huoji.platform.kernel.Problem;
import io.huoji.platform.table.HistoryRepository.Line;
import io.huoji.platform.tenant.TenantTransactions;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/** What happened to a record: who, when, from what to what, newest first; and the way back to an earlier version. */
@Service
class RecordHistory {

    /** One field's change as people read it. */
    record Change(String field, String name, @Nullable JsonNode from, @Nullable JsonNode to) {}

    /**
     * One version of a record.
     *
     * @param revertsTo the version whose values it brought back
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Entry(long version, OffsetDateTime at, JsonNode actor, String act, String source, List<Change> changes,
            @Nullable Long revertsTo) {}

    private final HistoryRepository repository;
    private final Records records;
    private final Tables tables;
    private final RecordGate gate;
    private final RecordPresenter presenter;
    private final FieldContexts contexts;
    private final TenantTransactions transactions;

    RecordHistory(HistoryRepository repository, Records records, Tables tables, RecordGate gate,
            RecordPresenter presenter, FieldContexts contexts, TenantTransactions transactions) {
        this.repository = repository;
        this.records = records;
        this.tables = tables;
        this.gate = gate;
        this.presenter = presenter;
        this.contexts = contexts;
        this.transactions = transactions;
    }

    Page<Entry> of(Viewer viewer, UUID id, int limit, @Nullable String cursor) {
        viewer.needs(Permission.RECORDS_READ);
        long before = before(cursor);
        return transactions.in(viewer.tenant(), () -> {
            RecordRow row = records.row(viewer, id, false);
            Table table = Objects.requireNonNull(tables.find(viewer.tenant(), row.table()));
            FieldContexts.Request request = contexts.of(viewer, table.id());
            List<Line> lines = repository.page(viewer.tenant(), id, before, limit + 1);
            List<Line> shown = lines.subList(0, Math.min(limit, lines.size()));
            preload(shown, table, request);
            String next = lines.size() > limit ? String.valueOf(shown.getLast().version()) : null;
            return new Page<>(shown.stream().map(line -> entry(line, table, request)).toList(), next, null);
        });
    }

    private static long before(@Nullable String cursor) {
        try {
            return cursor == null ? Long.MAX_VALUE : Long.parseLong(cursor);
        } catch (NumberFormatException broken) {
            throw new Misuse.Malformed(Problem.at("cursor", "not-a-cursor"));
        }
    }

    /** What all values of the page need from the database, at once. */
    private static void preload(List<Line> lines, Table table, FieldContexts.Request request) {
        for (Field field : table.fields()) {
            List<JsonNode> values = new ArrayList<>();
            for (Line line : lines)
                for (JsonNode value : line.changes().path(field.key()))
                    if (!value.isNull())
                        values.add(value);
            try {
                if (!values.isEmpty())
                    field.type().preloadStored(values, request.field(field));
            } catch (IllegalArgumentException | JacksonException otherType) {
                // Each value is looked up by itself, if it is one of this type at all.
            }
        }
    }

    /** A value as people read it; one of a type that the field had before is said as it was stored. */
    private @Nullable JsonNode said(Field field, @Nullable JsonNode stored, FieldContexts.Request request) {
        try {
            return presenter.value(field, stored, request);
        } catch (IllegalArgumentException | DateTimeException | JacksonException otherType) {
            return stored;
        }
    }

    private Entry entry(Line line, Table table, FieldContexts.Request request) {
        List<Change> changes = new ArrayList<>();
        for (Field field : table.fields()) {
            JsonNode change = line.changes().get(field.key());
            if (change != null)
                changes.add(new Change(field.key(), field.name(), said(field, change.get("from"), request),
                        said(field, change.get("to"), request)));
        }
        return new Entry(line.version(), line.at().atZoneSameInstant(request.tenant().zone()).toOffsetDateTime(),
                presenter.person(line.actor(), request), line.act(), line.source(), changes, line.revertsTo());
    }

    /**
     * Makes a new version with the values of an earlier one. It passes the gate as any change does: an option that is gone by
     * now, or a field that has become required, refuses it.
     */
    Submission revert(Viewer viewer, UUID id, long version, Source source, @Nullable Long ifMatch) {
        viewer.needs(Permission.RECORDS_UPDATE);
        return records.changing(viewer, id, ifMatch, RecordAct.revert(source, version),
                (table, before, request, problems) -> gate.changed(table, before,
                        new Patch(valuesAt(version, table, before, request), source), request, problems));
    }

    /** What the fields held at that version, as a caller would give it, where they hold something else now. */
    private Map<String, JsonNode> valuesAt(long version, Table table, RecordRow now, FieldContexts.Request request) {
        List<Line> since = repository.since(request.tenant().id(), now.id(), version);
        if (since.isEmpty() || since.getLast().version() != version)
            throw new Misuse.NotFound("version", version);
        Map<String, JsonNode> values = new HashMap<>();
        for (Line line : since.subList(0, since.size() - 1))
            for (Field field : table.fields()) {
                JsonNode change = line.changes().get(field.key());
                if (change != null) {
                    JsonNode from = said(field, change.get("from"), request);
                    values.put(field.key(), from == null ? NullNode.getInstance() : from);
                }
            }
        return values;
    }
}

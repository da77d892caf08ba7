package io.huoji.platform.table;

import io.huoji.platform.access.Permission;
import io.huoji.platform.access.Viewer;
import io.huoji.platform.kernel.Page;
import io.huoji.platform.tenant.TenantTransactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What happened to a record: who, when, from what to what; newest first. */
@Repository
class RecordHistory {

    /** One field's change as people read it. */
    record Change(String field, String name, @Nullable JsonNode from, @Nullable JsonNode to) {}

    /** One version of a record. */
    record Entry(long version, OffsetDateTime at, JsonNode actor, String act, String source, List<Change> changes) {}

    private record Line(long version, OffsetDateTime at, @Nullable UUID actor, String act, String source,
            JsonNode changes) {}

    private final JdbcClient jdbc;
    private final Records records;
    private final Tables tables;
    private final RecordPresenter presenter;
    private final FieldContexts contexts;
    private final TenantTransactions transactions;
    private final JsonMapper json;

    RecordHistory(JdbcClient jdbc, Records records, Tables tables, RecordPresenter presenter, FieldContexts contexts,
            TenantTransactions transactions, JsonMapper json) {
        this.jdbc = jdbc;
        this.records = records;
        this.tables = tables;
        this.presenter = presenter;
        this.contexts = contexts;
        this.transactions = transactions;
        this.json = json;
    }

    Page<Entry> of(Viewer viewer, UUID id) {
        viewer.needs(Permission.RECORDS_READ);
        return transactions.in(viewer.tenant(), () -> {
            RecordRow row = records.row(viewer, id, false);
            Table table = Objects.requireNonNull(tables.find(viewer.tenant(), row.table()));
            FieldContexts.Request request = contexts.of(viewer, table.id());
            return Page.of(lines(viewer, id).stream().map(line -> entry(line, table, request)).toList());
        });
    }

    private List<Line> lines(Viewer viewer, UUID id) {
        return jdbc.sql("""
                select version, at, actor_id, act, source, changes from record_history
                where tenant_id = ? and record_id = ? order by version desc limit 500
                """).params(viewer.tenant().value(), id).query(this::line).list();
    }

    private Line line(ResultSet row, int number) throws SQLException {
        return new Line(row.getLong("version"), row.getObject("at", OffsetDateTime.class),
                row.getObject("actor_id", UUID.class), row.getString("act"), row.getString("source"),
                json.readTree(row.getString("changes")));
    }

    private Entry entry(Line line, Table table, FieldContexts.Request request) {
        List<Change> changes = new ArrayList<>();
        for (String key : line.changes().propertyNames()) {
            Field field = table.field(key);
            JsonNode change = line.changes().get(key);
            if (field != null)
                changes.add(new Change(key, field.name(), presenter.value(field, change.get("from"), request),
                        presenter.value(field, change.get("to"), request)));
        }
        return new Entry(line.version(), line.at().atZoneSameInstant(request.tenant().zone()).toOffsetDateTime(),
                presenter.person(line.actor(), request), line.act(), line.source(), changes);
    }
}

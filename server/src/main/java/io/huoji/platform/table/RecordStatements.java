package io.huoji.platform.table;

import io.huoji.platform.kernel.Ids;
import io.huoji.platform.tenant.Tenant;
import io.huoji.platform.tenant.TenantId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What goes with a record into the database: its history, its event, its unique values and its files. */
@Component
class RecordStatements {

    private static final String HISTORY = """
            insert into record_history (tenant_id, record_id, version, at, actor_id, act, source, changes,
                                        reverts_to)
            select ?::uuid, ?::uuid, ?::bigint, ?::timestamptz, ?::uuid, ?::text, ?::text, ?::jsonb, ?::bigint""";
    private static final String EVENT = """
            insert into event (tenant_id, id, kind, subject_id, payload)
            select ?::uuid, ?::uuid, ?::text, ?::uuid, ?::jsonb""";
    private static final String IF_STORED = " where exists (select 1 from record where tenant_id = ? and id = ?)";

    private final JsonMapper json;

    RecordStatements(JsonMapper json) {
        this.json = json;
    }

    static Statement lock(TenantId tenant, UUID person) {
        return Statement.of("select id from person where tenant_id = ? and id = ? for no key update", tenant.value(),
                person);
    }

    Statement history(TenantId tenant, Table table, RecordWrite write, String act) {
        RecordRow after = write.after();
        String changes = act.equals("deleted") || act.equals("restored")
                ? "{}"
                : RecordValues.changes(table, write.before(), after).toString();
        return Statement.of(HISTORY, tenant.value(), after.id(), after.version(), after.updatedAt(),
                after.trace().updatedBy(), act, write.source().key(), changes, write.revertsTo());
    }

    /** The event of one write; its cells are those of other records that changed with it. */
    Statement event(Tenant tenant, RecordWrite write, String act, @Nullable List<Cell> cells) {
        RecordFacts facts = new RecordFacts(write.after().table(), side(tenant, write.before()),
                side(tenant, write.after()), cells);
        return Statement.of(EVENT, tenant.id().value(), Ids.next(), "record." + act, write.after().id(),
                json.writeValueAsString(facts));
    }

    private static RecordFacts.@Nullable Side side(Tenant tenant, @Nullable RecordRow row) {
        return row == null || row.isDeleted()
                ? null
                : new RecordFacts.Side(row.subject(), row.unit(), row.kind(), row.effectiveAt(),
                        tenant.dayOf(row.effectiveAt()));
    }

    /** The same statement, which does nothing unless the record is there. */
    static Statement ifStored(Statement statement, TenantId tenant, UUID record) {
        List<@Nullable Object> params = new java.util.ArrayList<>(statement.params());
        params.add(tenant.value());
        params.add(record);
        return new Statement(statement.sql() + IF_STORED, params);
    }

    /** Changes nothing when another record has the value; waits for one that is about to. */
    static Statement uniqueValue(TenantId tenant, UUID record, UUID field, String value) {
        return Statement.of("""
                insert into unique_value (tenant_id, field_id, value, record_id)
                select ?::uuid, ?::uuid, ?::text, ?::uuid
                on conflict (tenant_id, field_id, value) do nothing""", tenant.value(), field, value, record);
    }

    static Statement forgetUniqueValues(TenantId tenant, UUID record) {
        return Statement.of("delete from unique_value where tenant_id = ? and record_id = ?", tenant.value(), record);
    }

    static Statement attach(TenantId tenant, UUID caller, UUID record, List<UUID> files) {
        return Statement.of(
                """
                        update file set record_id = ? where tenant_id = ? and id = any(?) and created_by = ? and record_id is null""",
                record, tenant.value(), files.toArray(UUID[]::new), caller);
    }
}

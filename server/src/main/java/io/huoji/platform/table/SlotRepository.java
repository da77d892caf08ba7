package io.huoji.platform.table;

import io.huoji.platform.table.field.FieldType;
import io.huoji.platform.table.field.FieldTypes;
import io.huoji.platform.tenant.TenantId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Back-fills slots. */
@Repository
class SlotRepository {

    private static final int PACK = 2000;

    private final JdbcClient jdbc;
    private final FieldTypes types;

    SlotRepository(JdbcClient jdbc, FieldTypes types) {
        this.jdbc = jdbc;
        this.types = types;
    }

    /** A field whose slot is not filled yet. */
    record Unfilled(UUID id, String key, FieldType type, String slot) {}

    List<UUID> unfilledTables(TenantId tenant) {
        return jdbc.sql("""
                select distinct table_id from field
                where tenant_id = :tenant and slot is not null and not slot_filled and deleted_at is null
                """).param("tenant", tenant.value()).query((row, n) -> row.getObject(1, UUID.class)).list();
    }

    List<Unfilled> unfilled(TenantId tenant, UUID table) {
        return jdbc.sql("""
                select id, key, type, slot from field
                where tenant_id = :tenant and table_id = :table and slot is not null and not slot_filled
                  and deleted_at is null
                """)
                .param("tenant", tenant.value())
                .param("table", table)
                .query((row, n) -> new Unfilled(row.getObject("id", UUID.class), row.getString("key"),
                        Objects.requireNonNull(types.byKey(row.getString("type"))), row.getString("slot")))
                .list();
    }

    /** Copies one pack of values; answers the last record of the pack, or null when it was the last pack. */
    @Nullable
    UUID fill(TenantId tenant, UUID table, Unfilled field, UUID after) {
        UUID last = jdbc.sql("""
                select id from record where tenant_id = :tenant and table_id = :table and id > :after
                order by id offset :pack limit 1
                """)
                .param("tenant", tenant.value())
                .param("table", table)
                .param("after", after)
                .param("pack", PACK)
                .query(UUID.class)
                .optional()
                .orElse(null);
        String copy = copy(field);
        var update = jdbc.sql("""
                update record set %1$s = %2$s
                where tenant_id = :tenant and table_id = :table and id > :after %3$s and %1$s is distinct from %2$s
                """.formatted(field.slot(), copy, last == null ? "" : "and id <= :last"))
                .param("tenant", tenant.value())
                .param("table", table)
                .param("after", after)
                .param("key", field.key());
        (last == null ? update : update.param("last", last)).update();
        return last;
    }

    private static String copy(Unfilled field) {
        return switch (field.type().shape()) {
            case MONEY -> "(fields -> :key ->> 'amount')::numeric";
            case NUMBER -> "(fields ->> :key)::numeric";
            case DATE -> "((fields ->> :key) || 'T00:00:00Z')::timestamptz";
            case TIME -> "(fields ->> :key)::timestamptz";
            default -> "(fields ->> :key) collate \"C\"";
        };
    }

    void markFilled(TenantId tenant, Unfilled field) {
        jdbc.sql("""
                update field set slot_filled = true where tenant_id = :tenant and id = :id and slot = :slot
                """)
                .param("tenant", tenant.value())
                .param("id", field.id())
                .param("slot", field.slot())
                .update();
    }
}

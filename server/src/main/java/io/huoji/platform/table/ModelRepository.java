package io.huoji.platform.table;

import io.huoji.platform.table.field.FieldType;
import io.huoji.platform.table.field.FieldTypes;
import io.huoji.platform.tenant.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Tables, fields and views. */
@Repository
class ModelRepository {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final FieldTypes types;

    ModelRepository(JdbcClient jdbc, JsonMapper json, FieldTypes types) {
        this.jdbc = jdbc;
        this.json = json;
        this.types = types;
    }

    /** The whole model of a tenant: three statements, whatever its size. */
    Model load(TenantId tenant) {
        Map<UUID, List<Field>> fields = new HashMap<>();
        jdbc.sql("""
                select id, table_id, key, name, type, role, required, config, position, slot, slot_filled,
                       deleted_at is not null as deleted
                from field where tenant_id = :tenant order by position, id
                """)
                .param("tenant", tenant.value()).query((row, n) -> collect(fields, row, field(row))).list();
        Map<UUID, List<View>> views = new HashMap<>();
        jdbc.sql("""
                select id, table_id, key, name, config, owner_id, position, version
                from view where tenant_id = :tenant order by position, id
                """).param("tenant", tenant.value()).query((row, n) -> collect(views, row, view(row))).list();
        return new Model(jdbc.sql("""
                select id, key, name, description, position, version, deleted_at is not null as deleted
                from data_table where tenant_id = :tenant
                """).param("tenant", tenant.value()).query((row, n) -> table(row, fields, views)).list());
    }

    private static <T> T collect(Map<UUID, List<T>> lists, ResultSet row, T item) throws SQLException {
        lists.computeIfAbsent(row.getObject("table_id", UUID.class), any -> new ArrayList<>()).add(item);
        return item;
    }

    private static Table table(ResultSet row, Map<UUID, List<Field>> fields, Map<UUID, List<View>> views)
            throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        List<Field> all = fields.getOrDefault(id, List.of());
        return new Table(id, row.getString("key"), row.getString("name"), row.getString("description"),
                row.getInt("position"), row.getLong("version"), row.getBoolean("deleted"),
                all.stream().filter(field -> !field.deleted()).toList(),
                all.stream().filter(Field::deleted).toList(), views.getOrDefault(id, List.of()));
    }

    private Field field(ResultSet row) throws SQLException {
        FieldType type = types.byKey(row.getString("type"));
        if (type == null)
            throw new IllegalStateException("No field type %s.".formatted(row.getString("type")));
        return new Field(row.getObject("id", UUID.class), row.getString("key"), row.getString("name"), type,
                row.getString("role"), row.getBoolean("required"), object(row.getString("config")),
                row.getInt("position"), slot(row), row.getBoolean("deleted"));
    }

    private static @Nullable Slot slot(ResultSet row) throws SQLException {
        String column = row.getString("slot");
        return column == null ? null : new Slot(column, row.getBoolean("slot_filled"));
    }

    private View view(ResultSet row) throws SQLException {
        return new View(row.getObject("id", UUID.class), row.getString("key"), row.getString("name"),
                object(row.getString("config")), row.getObject("owner_id", UUID.class), row.getInt("position"),
                row.getLong("version"));
    }

    private ObjectNode object(String text) {
        return (ObjectNode) json.readTree(text);
    }

    void insert(TenantId tenant, Table table, Instant now) {
        jdbc.sql("""
                insert into data_table (tenant_id, id, key, name, description, position, created_at)
                values (:tenant, :id, :key, :name, :description, :position, :now)
                """)
                .param("tenant", tenant.value())
                .param("id", table.id())
                .param("key", table.key())
                .param("name", table.name())
                .param("description", table.description())
                .param("position", table.position())
                .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .update();
        table.fields().forEach(field -> insert(tenant, table.id(), field));
    }

    /** Changes the table when it still has that version; 0 rows when it has not. */
    int update(TenantId tenant, Table table, @Nullable Instant deletedAt) {
        return jdbc.sql("""
                update data_table set name = :name, description = :description, position = :position,
                       deleted_at = :deleted, version = version + 1
                where tenant_id = :tenant and id = :id and version = :version
                """)
                .param("tenant", tenant.value())
                .param("id", table.id())
                .param("version", table.version())
                .param("name", table.name())
                .param("description", table.description())
                .param("position", table.position())
                .param("deleted", deletedAt == null ? null : OffsetDateTime.ofInstant(deletedAt, ZoneOffset.UTC))
                .update();
    }

    /** Holds the table's row, so that changes of one model wait for each other. */
    void lock(TenantId tenant, UUID table) {
        jdbc.sql("select 1 from data_table where tenant_id = :tenant and id = :id for update")
                .param("tenant", tenant.value())
                .param("id", table)
                .query(Integer.class)
                .optional();
    }

    void insert(TenantId tenant, UUID table, Field field) {
        jdbc.sql("""
                insert into field (tenant_id, id, table_id, key, name, type, role, required, config, position)
                values (:tenant, :id, :table, :key, :name, :type, :role, :required, :config::jsonb, :position)
                """)
                .param("tenant", tenant.value())
                .param("id", field.id())
                .param("table", table)
                .param("key", field.key())
                .param("name", field.name())
                .param("type", field.type().key())
                .param("role", field.role())
                .param("required", field.required())
                .param("config", field.config().toString())
                .param("position", field.position())
                .update();
    }

    void update(TenantId tenant, Field field, @Nullable Instant deletedAt) {
        jdbc.sql("""
                update field set name = :name, role = :role, required = :required, config = :config::jsonb,
                       position = :position, deleted_at = :deleted
                where tenant_id = :tenant and id = :id
                """)
                .param("tenant", tenant.value())
                .param("id", field.id())
                .param("name", field.name())
                .param("role", field.role())
                .param("required", field.required())
                .param("config", field.config().toString())
                .param("position", field.position())
                .param("deleted", deletedAt == null ? null : OffsetDateTime.ofInstant(deletedAt, ZoneOffset.UTC))
                .update();
    }

    /** Gives a field a slot, or takes it. */
    void slot(TenantId tenant, Field field, @Nullable Slot slot) {
        jdbc.sql("update field set slot = :slot, slot_filled = false where tenant_id = :tenant and id = :id")
                .param("tenant", tenant.value())
                .param("id", field.id())
                .param("slot", slot == null ? null : slot.column())
                .update();
    }

    boolean hasRecords(TenantId tenant, UUID table) {
        return jdbc.sql("select exists (select 1 from record where tenant_id = :tenant and table_id = :table)")
                .param("tenant", tenant.value())
                .param("table", table)
                .query(Boolean.class)
                .single();
    }
}

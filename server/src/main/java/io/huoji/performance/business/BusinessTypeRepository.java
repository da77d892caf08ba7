package io.huoji.performance.business;

import io.huoji.platform.tenant.TenantId;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class BusinessTypeRepository {

    private final JdbcClient jdbc;

    BusinessTypeRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Types load(TenantId tenant) {
        var objects = jdbc.sql("select id, key, name from object_type where tenant_id = :tenant order by key")
                .param("tenant", tenant.value())
                .query((row, number) -> new ObjectType(row.getObject(1, UUID.class), row.getString(2),
                        row.getString(3)))
                .list();
        var events = jdbc.sql("""
                select id, key, name, object_type_id, outcome from event_type where tenant_id = :tenant order by key
                """)
                .param("tenant", tenant.value())
                .query((row, number) -> new EventType(row.getObject(1, UUID.class), row.getString(2),
                        row.getString(3), row.getObject(4, UUID.class), row.getBoolean(5)))
                .list();
        return new Types(objects, events);
    }

    void insert(TenantId tenant, ObjectType type) {
        jdbc.sql("insert into object_type (tenant_id, id, key, name) values (:tenant, :id, :key, :name)")
                .param("tenant", tenant.value())
                .param("id", type.id())
                .param("key", type.key())
                .param("name", type.name())
                .update();
    }

    void update(TenantId tenant, ObjectType type) {
        jdbc.sql("update object_type set name = :name where tenant_id = :tenant and id = :id")
                .param("tenant", tenant.value())
                .param("id", type.id())
                .param("name", type.name())
                .update();
    }

    void deleteObjectType(TenantId tenant, UUID id) {
        jdbc.sql("delete from object_type where tenant_id = :tenant and id = :id")
                .param("tenant", tenant.value())
                .param("id", id)
                .update();
    }

    void insert(TenantId tenant, EventType type) {
        jdbc.sql("""
                insert into event_type (tenant_id, id, key, name, object_type_id, outcome)
                values (:tenant, :id, :key, :name, cast(:objectType as uuid), :outcome)
                """)
                .param("tenant", tenant.value())
                .param("id", type.id())
                .param("key", type.key())
                .param("name", type.name())
                .param("objectType", type.objectType())
                .param("outcome", type.outcome())
                .update();
    }

    void update(TenantId tenant, EventType type) {
        jdbc.sql("""
                update event_type set name = :name, object_type_id = cast(:objectType as uuid), outcome = :outcome
                where tenant_id = :tenant and id = :id
                """)
                .param("tenant", tenant.value())
                .param("id", type.id())
                .param("name", type.name())
                .param("objectType", type.objectType())
                .param("outcome", type.outcome())
                .update();
    }

    void deleteEventType(TenantId tenant, UUID id) {
        jdbc.sql("delete from event_type where tenant_id = :tenant and id = :id")
                .param("tenant", tenant.value())
                .param("id", id)
                .update();
    }
}

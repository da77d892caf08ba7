package io.huoji.platform.table;

import io.huoji.platform.tenant.TenantId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SampleRecordRepository {

    private final JdbcClient jdbc;

    SampleRecordRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void mark(TenantId tenant, Collection<UUID> records) {
        bound("update record set sample = true where tenant_id = :tenant and id = any(:ids)", tenant, records)
                .update();
    }

    long count(TenantId tenant, Collection<UUID> records, Collection<UUID> people) {
        return bound("""
                select count(*) from record
                where tenant_id = :tenant and deleted_at is null and (id = any(:ids) or subject_id = any(:people))
                """, tenant, records).param("people", people.toArray(UUID[]::new)).query(Long.class).single();
    }

    List<UUID> ofSubjects(TenantId tenant, Collection<UUID> people) {
        return bound("select id from record where tenant_id = :tenant and subject_id = any(:ids)", tenant, people)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    void erase(TenantId tenant, Collection<UUID> records) {
        for (String statement : List.of(
                "delete from unique_value where tenant_id = :tenant and record_id = any(:ids)",
                "delete from record_history where tenant_id = :tenant and record_id = any(:ids)",
                "update file set record_id = null where tenant_id = :tenant and record_id = any(:ids)",
                "delete from record where tenant_id = :tenant and id = any(:ids)"))
            bound(statement, tenant, records).update();
    }

    Set<UUID> namedUnits(TenantId tenant, Collection<UUID> units) {
        return new HashSet<>(bound("""
                select distinct unit_id from record where tenant_id = :tenant and unit_id = any(:ids)
                """, tenant, units).query(UUID.class).list());
    }

    Set<UUID> namedObjects(TenantId tenant, Collection<UUID> objects) {
        return new HashSet<>(bound("""
                select distinct object_id from record where tenant_id = :tenant and object_id = any(:ids)
                """, tenant, objects).query(UUID.class).list());
    }

    boolean hasReal(TenantId tenant, List<UUID> tables) {
        return bound("""
                select exists (select 1 from record
                    where tenant_id = :tenant and table_id = any(:ids) and not sample and deleted_at is null)
                """, tenant, tables).query(Boolean.class).single();
    }

    private JdbcClient.StatementSpec bound(String sql, TenantId tenant, Collection<UUID> ids) {
        return jdbc.sql(sql).param("tenant", tenant.value()).param("ids", ids.toArray(UUID[]::new));
    }
}

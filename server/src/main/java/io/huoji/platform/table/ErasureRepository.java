package io.huoji.platform.table;

import io.huoji.platform.tenant.TenantId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Takes records out of the database for good. */
@Repository
class ErasureRepository {

    private final JdbcClient jdbc;

    ErasureRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Records deleted before that moment, the oldest first; held, so that nobody restores them meanwhile. */
    List<UUID> hold(TenantId tenant, Instant before, int most) {
        return jdbc.sql("""
                select id from record where tenant_id = ? and deleted_at is not null and deleted_at < ?
                order by deleted_at limit ? for update skip locked
                """).params(tenant.value(), OffsetDateTime.ofInstant(before, ZoneOffset.UTC), most)
                .query((row, number) -> row.getObject(1, UUID.class)).list();
    }

    /** Their comments go with them. */
    void erase(TenantId tenant, List<UUID> records) {
        for (String statement : List.of(
                "delete from unique_value where tenant_id = ? and record_id = any(?)",
                "delete from record_history where tenant_id = ? and record_id = any(?)",
                "delete from record where tenant_id = ? and id = any(?)"))
            jdbc.sql(statement).params(tenant.value(), records.toArray(UUID[]::new)).update();
    }
}

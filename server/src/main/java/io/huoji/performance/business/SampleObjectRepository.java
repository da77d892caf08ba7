package io.huoji.performance.business;

import io.huoji.platform.tenant.TenantId;
import java.util.Collection;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SampleObjectRepository {

    private final JdbcClient jdbc;

    SampleObjectRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void erase(TenantId tenant, Collection<UUID> objects) {
        run("delete from business_event where tenant_id = :tenant and object_id = any(:ids)", tenant, objects);
        run("delete from business_object where tenant_id = :tenant and id = any(:ids)", tenant, objects);
    }

    /** What these people own belongs to nobody now. */
    void disown(TenantId tenant, Collection<UUID> people) {
        run("update business_object set owner_id = null where tenant_id = :tenant and owner_id = any(:ids)", tenant,
                people);
    }

    private void run(String sql, TenantId tenant, Collection<UUID> ids) {
        jdbc.sql(sql).param("tenant", tenant.value()).param("ids", ids.toArray(UUID[]::new)).update();
    }
}

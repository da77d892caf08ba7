package io.huoji.performance.action;

import io.huoji.platform.tenant.TenantId;
import java.util.Collection;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The one place that deletes rows of the ledger: those of people and objects that never were. */
@Repository
class SampleLedgerRepository {

    private final JdbcClient jdbc;

    SampleLedgerRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void deleteOfPeople(TenantId tenant, Collection<UUID> people) {
        jdbc.sql("delete from expectation where tenant_id = :tenant and person_id = any(:ids)")
                .param("tenant", tenant.value())
                .param("ids", people.toArray(UUID[]::new))
                .update();
    }

    void deleteOfObjects(TenantId tenant, Collection<UUID> objects) {
        jdbc.sql("delete from expectation where tenant_id = :tenant and object_id = any(:ids)")
                .param("tenant", tenant.value())
                .param("ids", objects.toArray(UUID[]::new))
                .update();
    }
}

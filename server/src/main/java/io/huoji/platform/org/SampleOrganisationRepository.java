package io.huoji.platform.org;

import io.huoji.platform.tenant.TenantId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Deletes sample people and units. */
@Repository
class SampleOrganisationRepository {

    private final JdbcClient jdbc;

    SampleOrganisationRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of these people who have or had a way in. */
    Set<UUID> withAccount(TenantId tenant, Collection<UUID> people) {
        return new HashSet<>(bound("""
                select person_id from account_membership where tenant_id = :tenant and person_id = any(:ids)
                """, tenant, people).query(UUID.class).list());
    }

    /** Whoever reported to one of them reports to nobody now. */
    void deletePeople(TenantId tenant, Collection<UUID> people) {
        for (String statement : List.of(
                "update person set manager_id = null where tenant_id = :tenant and manager_id = any(:ids)",
                "delete from unit_membership where tenant_id = :tenant and person_id = any(:ids)",
                "delete from role_grant where tenant_id = :tenant and person_id = any(:ids)",
                "delete from person where tenant_id = :tenant and id = any(:ids)"))
            bound(statement, tenant, people).update();
    }

    Set<UUID> deleteUnusedUnits(TenantId tenant, Collection<UUID> units) {
        return new HashSet<>(bound("""
                delete from unit u
                where u.tenant_id = :tenant and u.id = any(:ids)
                  and not exists (select 1 from unit b where b.tenant_id = :tenant and b.parent_id = u.id)
                  and not exists (select 1 from unit_membership m where m.tenant_id = :tenant and m.unit_id = u.id)
                  and not exists (select 1 from role_grant g where g.tenant_id = :tenant and g.unit_id = u.id)
                  and not exists (select 1 from role r where r.tenant_id = :tenant and u.id = any(r.listed_units))
                returning u.id
                """, tenant, units).query(UUID.class).list());
    }

    private JdbcClient.StatementSpec bound(String sql, TenantId tenant, Collection<UUID> ids) {
        return jdbc.sql(sql).param("tenant", tenant.value()).param("ids", ids.toArray(UUID[]::new));
    }
}

package io.huoji.platform.org;

import io.huoji.platform.access.Permission;
import io.huoji.platform.kernel.Ids;
import io.huoji.platform.tenant.TenantId;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes units and roles. */
@Repository
class OrgRepository {

    private final JdbcClient jdbc;
    private final Clock clock;

    OrgRepository(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void insert(TenantId tenant, Unit unit) {
        bound("""
                insert into unit (tenant_id, id, code, name, kind, parent_id, position, created_at)
                values (:tenant, :id, :code, :name, :kind, :parent, :position, :now)
                """, tenant, unit).param("now", now()).update();
    }

    void update(TenantId tenant, Unit unit) {
        bound("""
                update unit set code = :code, name = :name, kind = :kind, parent_id = :parent, position = :position
                where tenant_id = :tenant and id = :id
                """, tenant, unit).update();
    }

    private JdbcClient.StatementSpec bound(String sql, TenantId tenant, Unit unit) {
        return jdbc.sql(sql)
                .param("tenant", tenant.value())
                .param("id", unit.id())
                .param("code", unit.code())
                .param("name", unit.name())
                .param("kind", unit.kind())
                .param("parent", unit.parent())
                .param("position", unit.position());
    }

    /** Deletes a unit that nothing stands on; the database refuses when records or nodes still name it. */
    void deleteUnit(TenantId tenant, UUID unit) {
        jdbc.sql("delete from unit where tenant_id = :tenant and id = :id")
                .param("tenant", tenant.value())
                .param("id", unit)
                .update();
    }

    void insert(TenantId tenant, Role role) {
        bound("""
                insert into role (tenant_id, id, key, name, class, scope, listed_units, permissions, built_in, created_at)
                values (:tenant, :id, :key, :name, :class, :scope, :listed, :permissions, :builtIn, :now)
                """,
                tenant, role).param("builtIn", role.builtIn()).param("now", now()).update();
    }

    void update(TenantId tenant, Role role) {
        bound("""
                update role set key = :key, name = :name, class = :class, scope = :scope, listed_units = :listed,
                       permissions = :permissions
                where tenant_id = :tenant and id = :id
                """, tenant, role).update();
    }

    private JdbcClient.StatementSpec bound(String sql, TenantId tenant, Role role) {
        return jdbc.sql(sql)
                .param("tenant", tenant.value())
                .param("id", role.id())
                .param("key", role.key())
                .param("name", role.name())
                .param("class", role.roleClass().key())
                .param("scope", role.scope().key())
                .param("listed", role.listedUnits().toArray(UUID[]::new))
                .param("permissions", role.permissions().stream().map(Permission::key).sorted().toArray(String[]::new));
    }

    void deleteRole(TenantId tenant, UUID role) {
        jdbc.sql("delete from role where tenant_id = :tenant and id = :id")
                .param("tenant", tenant.value())
                .param("id", role)
                .update();
    }

    /** Replaces what these people hold. */
    void replaceGrants(TenantId tenant, Collection<Person> people) {
        jdbc.sql("delete from role_grant where tenant_id = :tenant and person_id = any(:people)")
                .param("tenant", tenant.value())
                .param("people", people.stream().map(Person::id).toArray(UUID[]::new))
                .update();
        record Row(UUID person, Grant grant) {}
        var rows = people.stream()
                .flatMap(person -> person.grants().stream().map(grant -> new Row(person.id(), grant)))
                .toList();
        jdbc.sql("""
                insert into role_grant (tenant_id, id, person_id, role_id, unit_id)
                select :tenant, * from unnest(:ids, :people, :roles, :units)
                """)
                .param("tenant", tenant.value())
                .param("ids", rows.stream().map(row -> Ids.next()).toArray(UUID[]::new))
                .param("people", rows.stream().map(Row::person).toArray(UUID[]::new))
                .param("roles", rows.stream().map(row -> row.grant().role()).toArray(UUID[]::new))
                .param("units", rows.stream().map(row -> row.grant().unit()).toArray(UUID[]::new))
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}

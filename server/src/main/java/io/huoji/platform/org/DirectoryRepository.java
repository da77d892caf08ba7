package io.huoji.platform.org;

import io.huoji.platform.access.Permission;
import io.huoji.platform.tenant.TenantId;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads the whole organisation of one tenant: five statements, whatever its size. */
@Repository
class DirectoryRepository {

    private static final TypeReference<Map<String, String>> EXTERNAL_IDS = new TypeReference<>() {
    };

    private final JdbcClient jdbc;
    private final JsonMapper json;

    DirectoryRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Directory load(TenantId tenant) {
        return new Directory(units(tenant), people(tenant), roles(tenant));
    }

    private List<Unit> units(TenantId tenant) {
        return jdbc.sql("""
                select id, code, name, parent_id, kind, position from unit where tenant_id = :tenant
                """)
                .param("tenant", tenant.value())
                .query((row, n) -> new Unit(id(row, "id"), row.getString("code"), row.getString("name"),
                        row.getObject("parent_id", UUID.class), row.getString("kind"), row.getInt("position")))
                .list();
    }

    private List<Person> people(TenantId tenant) {
        Map<UUID, List<Membership>> memberships = memberships(tenant);
        Map<UUID, List<Grant>> grants = grants(tenant);
        return jdbc.sql("""
                select id, code, name, name_key, email, mobile, manager_id, external_ids, active, version
                from person where tenant_id = :tenant
                """)
                .param("tenant", tenant.value())
                .query((row, n) -> person(row, memberships, grants))
                .list();
    }

    private Person person(ResultSet row, Map<UUID, List<Membership>> memberships, Map<UUID, List<Grant>> grants)
            throws SQLException {
        UUID id = id(row, "id");
        String externalIds = row.getString("external_ids");
        return new Person(id, row.getString("code"), row.getString("name"), row.getString("name_key"),
                row.getString("email"), row.getString("mobile"), row.getObject("manager_id", UUID.class),
                externalIds.equals("{}") ? Map.of() : json.readValue(externalIds, EXTERNAL_IDS),
                row.getBoolean("active"), row.getLong("version"), memberships.getOrDefault(id, List.of()),
                grants.getOrDefault(id, List.of()));
    }

    private Map<UUID, List<Membership>> memberships(TenantId tenant) {
        Map<UUID, List<Membership>> found = new HashMap<>();
        jdbc.sql("""
                select person_id, id, unit_id, valid_from, valid_to from unit_membership
                where tenant_id = :tenant
                order by valid_from nulls first
                """)
                .param("tenant", tenant.value())
                .query((row, n) -> list(found, id(row, "person_id")).add(
                        new Membership(id(row, "id"), id(row, "unit_id"), row.getObject("valid_from", LocalDate.class),
                                row.getObject("valid_to", LocalDate.class))))
                .list();
        return found;
    }

    private Map<UUID, List<Grant>> grants(TenantId tenant) {
        Map<UUID, List<Grant>> found = new HashMap<>();
        jdbc.sql("select person_id, role_id, unit_id from role_grant where tenant_id = :tenant order by id")
                .param("tenant", tenant.value())
                .query((row, n) -> list(found, id(row, "person_id")).add(
                        new Grant(id(row, "role_id"), row.getObject("unit_id", UUID.class))))
                .list();
        return found;
    }

    private List<Role> roles(TenantId tenant) {
        return jdbc.sql("""
                select id, key, name, class, scope, listed_units, permissions, built_in
                from role where tenant_id = :tenant order by created_at, id
                """).param("tenant", tenant.value()).query(DirectoryRepository::role).list();
    }

    private static Role role(ResultSet row, int number) throws SQLException {
        Set<UUID> listed = Arrays.stream((UUID[]) array(row, "listed_units")).collect(Collectors.toSet());
        Set<Permission> permissions = Arrays.stream((String[]) array(row, "permissions"))
                .map(Permission::byKey)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
        return new Role(id(row, "id"), row.getString("key"), row.getString("name"),
                RoleClass.byKey(row.getString("class")).orElseThrow(),
                Scope.byKey(row.getString("scope")).orElseThrow(), listed, permissions, row.getBoolean("built_in"));
    }

    private static Object array(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array.getArray();
    }

    private static UUID id(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    private static <T> List<T> list(Map<UUID, List<T>> lists, UUID key) {
        return lists.computeIfAbsent(key, any -> new ArrayList<>());
    }
}

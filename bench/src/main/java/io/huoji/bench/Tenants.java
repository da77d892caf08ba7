package io.huoji.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Copies the tenant of {@link Model}, cut down to a few units and people, into 200 others by plain SQL: ids are unique only within
 * a tenant, so the copies keep them.
 */
final class Tenants {

    private static final String PEOPLE = "(select id from person where tenant_id = '%1$s' and (code = 'admin' or code < 't%2$04d'))";
    private static final Map<String, String> TABLES = new LinkedHashMap<>();

    static {
        TABLES.put("tenant", "true");
        TABLES.put("lane", "true");
        TABLES.put("unit", "true");
        TABLES.put("role", "true");
        TABLES.put("person", "id in " + PEOPLE);
        TABLES.put("unit_membership", "person_id in " + PEOPLE);
        TABLES.put("role_grant", "person_id in " + PEOPLE);
        TABLES.put("api_token", "true");
        TABLES.put("data_table", "true");
        TABLES.put("field", "true");
        TABLES.put("scene", "true");
        TABLES.put("node", "true");
        TABLES.put("node_version", "true");
    }

    private Tenants() {}

    /** In one transaction: the server must not meet a tenant before all of it is there. */
    static void copy(Connection connection, Data data) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement sql = connection.createStatement()) {
            sql.execute("set session_replication_role = replica"); // Foreign keys hold: what they point to is copied, too.
            for (Map.Entry<String, String> table : TABLES.entrySet()) {
                String columns = String.join(", ", columns(sql, table.getKey()));
                String where = table.getValue().formatted(data.big.id(), Data.PEOPLE);
                for (Data.TenantAccess tenant : data.small)
                    sql.addBatch("insert into %1$s (tenant_id, %2$s) select '%3$s', %2$s from %1$s where tenant_id = '%4$s' and %5$s"
                            .formatted(table.getKey(), columns, tenant.id(), data.big.id(), where));
                sql.executeBatch();
            }
            for (Data.TenantAccess tenant : data.small)
                sql.addBatch("""
                        insert into credential (hash, tenant_id, kind, ref, expires_at)
                        select '\\x%s', '%s', 'token', ref, expires_at from credential where tenant_id = '%s' and kind = 'token'
                        """.formatted(Data.sha256(tenant.token()), tenant.id(), data.big.id()));
            sql.executeBatch();
            sql.execute("set session_replication_role = origin");
            connection.commit();
            connection.setAutoCommit(true);
            sql.execute("analyze");
        }
    }

    private static List<String> columns(Statement sql, String table) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (ResultSet rows = sql.executeQuery("""
                select column_name from information_schema.columns
                where table_schema = 'public' and table_name = '%s' and column_name <> 'tenant_id'
                """.formatted(table))) {
            while (rows.next())
                columns.add(rows.getString(1));
        }
        return columns;
    }

    /** Sees to it that each person of the small tenants has so many open expectations of each node. */
    static void refill(Connection connection, Data data, int open) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement("""
                insert into expectation (tenant_id, id, node_id, node_version, person_id, unit_id, origin, opens_at, due_at,
                                         grace_until, due_soon_at, counts_on, created_at)
                select n.tenant_id, gen_random_uuid(), n.id, 1, m.person_id, m.unit_id, 'bench ' || gen_random_uuid(),
                       now() - interval '1 day', now() + interval '6 days', now() + interval '6 days', now() + interval '5 days',
                       (now() + interval '6 days')::date, now()
                from node n join unit_membership m on m.tenant_id = n.tenant_id
                left join (select tenant_id, person_id, node_id, count(*)::int as had from expectation
                           where closed_by is null and due_at > now() group by 1, 2, 3) there
                     on (there.tenant_id, there.person_id, there.node_id) = (n.tenant_id, m.person_id, n.id)
                cross join lateral generate_series(1, ? - coalesce(there.had, 0))
                where n.tenant_id = any(?)
                """)) {
            sql.setInt(1, open);
            sql.setArray(2, connection.createArrayOf("uuid",
                    java.util.Arrays.stream(data.small).map(Data.TenantAccess::id).toArray()));
            sql.executeUpdate();
        }
        try (Statement sql = connection.createStatement()) {
            sql.execute("analyze expectation");
        }
    }
}

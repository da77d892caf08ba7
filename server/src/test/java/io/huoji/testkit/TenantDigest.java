package io.huoji.testkit;

import io.huoji.platform.tenant.TenantId;
import io.huoji.platform.tenant.TenantTransactions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A hash of everything that a tenant's people put there, table by table: what a refused request must leave as it was. Left out
 * is what the server writes by itself (work queue, figures, marks of the planner, expectations of a cadence, last uses).
 */
public final class TenantDigest {

    private static final List<String> TABLES = List.of("tenant", "account_membership", "unit", "person",
            "unit_membership",
            "role", "role_grant", "invitation", "data_table", "field", "view", "record", "record_history",
            "unique_value",
            "object_type", "event_type", "business_object", "business_event", "scene", "node", "node_version",
            "embed_ticket");

    private final JdbcClient jdbc;
    private final TenantTransactions transactions;

    public TenantDigest(JdbcClient jdbc, TenantTransactions transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** Table to rows and hash. */
    public Map<String, String> of(TenantId tenant) {
        return transactions.in(tenant, () -> {
            Map<String, String> hashes = new TreeMap<>();
            jdbc.sql(TABLES.stream().map(TenantDigest::one).collect(Collectors.joining(" union all ")))
                    .param("tenant", tenant.value())
                    .query((row, number) -> hashes.put(row.getString(1), row.getString(2)))
                    .list();
            return hashes;
        });
    }

    private static String one(String table) {
        return """
                select '%1$s', count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '')
                from %1$s t where t.tenant_id = :tenant
                """.formatted(table);
    }
}

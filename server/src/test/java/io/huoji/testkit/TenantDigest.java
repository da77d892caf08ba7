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
 * is what the server writes by itself (work queue, figures, marks of the planner, expectations of a cadence, last uses, the
 * columns of a record that its values are copied to for the index).
 */
public final class TenantDigest {

    private static final List<String> TABLES = List.of("tenant", "account_membership", "unit", "person",
            "unit_membership",
            "role", "role_grant", "invitation", "data_table", "field", "view", "record", "record_history",
            "unique_value", "record_comment", "record_mention",
            "object_type", "event_type", "business_object", "business_event", "scene", "node", "node_version",
            "embed_ticket", "app", "app_part", "app_sample", "first_steps");

    private static final String DERIVED = "'{slot_filled,s1,s2,s3,s4,s5,s6,n1,n2,n3,n4,t1,t2,t3,t4}'::text[]";

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
                select '%1$s', count(*) || ' ' || coalesce(md5(string_agg(said, '|' order by said)), '')
                from (select (to_jsonb(t) - %2$s)::text said from %1$s t where t.tenant_id = :tenant) one
                """.formatted(table, DERIVED);
    }
}

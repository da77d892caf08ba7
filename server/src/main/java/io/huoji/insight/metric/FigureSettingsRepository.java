package io.huoji.insight.metric;

import io.huoji.platform.tenant.TenantId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads node names and thresholds for {@link FigureSettings}. */
@Repository
class FigureSettingsRepository {

    /** Used until the tenant sets its own, as {@code settings.thresholds.<metric>}. */
    private static final Map<String, Double> DEFAULTS = Map.of("completion", 0.85, "evidence", 0.85);

    private final JdbcClient jdbc;

    FigureSettingsRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    NodeCards nodes(TenantId tenant) {
        List<NodeCard> cards = jdbc.sql("""
                select n.id, n.key, v.name, n.position, t.key as table_key
                from node n
                join node_version v on v.tenant_id = n.tenant_id and v.node_id = n.id and v.version = n.version
                join data_table t on t.tenant_id = n.tenant_id and t.id = n.table_id
                where n.tenant_id = :tenant
                order by n.position, n.id
                """)
                .param("tenant", tenant.value())
                .query((row, n) -> new NodeCard(row.getObject("id", UUID.class), row.getString("key"),
                        row.getString("name"), row.getInt("position"), row.getString("table_key")))
                .list();
        return new NodeCards(cards);
    }

    Map<String, Double> thresholds(TenantId tenant) {
        Map<String, Double> found = new HashMap<>(DEFAULTS);
        jdbc.sql("""
                select x.key, x.value from tenant t, jsonb_each_text(coalesce(t.settings -> 'thresholds', '{}')) x
                where t.tenant_id = :tenant
                """)
                .param("tenant", tenant.value())
                .query(row -> {
                    found.put(row.getString("key"), row.getDouble("value"));
                });
        return Map.copyOf(found);
    }
}

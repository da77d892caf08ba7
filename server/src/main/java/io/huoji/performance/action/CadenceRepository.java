package io.huoji.performance.action;

import io.huoji.platform.tenant.TenantId;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How far the cadence of each node has been written. */
@Repository
class CadenceRepository {

    private final JdbcClient jdbc;

    CadenceRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<UUID, LocalDate> marks(TenantId tenant) {
        record Mark(UUID node, LocalDate next) {}
        return jdbc.sql("select node_id, next_period from cadence_mark where tenant_id = :tenant")
                .param("tenant", tenant.value())
                .query((row, number) -> new Mark(row.getObject(1, UUID.class), row.getObject(2, LocalDate.class)))
                .list()
                .stream()
                .collect(Collectors.toMap(Mark::node, Mark::next));
    }

    void put(TenantId tenant, UUID node, LocalDate next) {
        jdbc.sql("""
                insert into cadence_mark (tenant_id, node_id, next_period) values (:tenant, :node, :next)
                on conflict (tenant_id, node_id) do update set next_period = excluded.next_period
                """)
                .param("tenant", tenant.value())
                .param("node", node)
                .param("next", next)
                .update();
    }

    /** Moves the mark on from where the caller saw it; nothing happens when another was faster. */
    void move(TenantId tenant, UUID node, LocalDate from, LocalDate to) {
        jdbc.sql("""
                update cadence_mark set next_period = :to
                where tenant_id = :tenant and node_id = :node and next_period = :from
                """)
                .param("tenant", tenant.value())
                .param("node", node)
                .param("from", from)
                .param("to", to)
                .update();
    }

    boolean hasExpectations(TenantId tenant, UUID node) {
        return jdbc.sql("select exists (select 1 from expectation where tenant_id = :tenant and node_id = :node)")
                .param("tenant", tenant.value())
                .param("node", node)
                .query(Boolean.class)
                .single();
    }
}

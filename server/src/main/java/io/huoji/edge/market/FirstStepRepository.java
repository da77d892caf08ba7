package io.huoji.edge.market;

import io.huoji.platform.tenant.TenantId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class FirstStepRepository {

    /** What can't be read from the data. */
    record Marks(boolean modelSeen, boolean boardSeen, boolean dismissed) {}

    private final JdbcClient jdbc;

    FirstStepRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Marks find(TenantId tenant) {
        return jdbc.sql("""
                select model_seen_at is not null, board_seen_at is not null, dismissed_at is not null from first_steps
                where tenant_id = :tenant
                """)
                .param("tenant", tenant.value())
                .query((row, number) -> new Marks(row.getBoolean(1), row.getBoolean(2), row.getBoolean(3)))
                .optional()
                .orElse(new Marks(false, false, false));
    }

    void save(TenantId tenant, FirstSteps.Told told, Instant now) {
        jdbc.sql("""
                insert into first_steps as f (tenant_id, model_seen_at, board_seen_at, dismissed_at)
                values (:tenant, case when :model then cast(:now as timestamptz) end,
                    case when :board then cast(:now as timestamptz) end,
                    case when :dismissed then cast(:now as timestamptz) end)
                on conflict (tenant_id) do update set
                    model_seen_at = coalesce(f.model_seen_at, excluded.model_seen_at),
                    board_seen_at = coalesce(f.board_seen_at, excluded.board_seen_at),
                    dismissed_at = case when :saysDismissed then excluded.dismissed_at else f.dismissed_at end
                """)
                .param("tenant", tenant.value())
                .param("model", Boolean.TRUE.equals(told.modelSeen()))
                .param("board", Boolean.TRUE.equals(told.boardSeen()))
                .param("dismissed", Boolean.TRUE.equals(told.dismissed()))
                .param("saysDismissed", told.dismissed() != null)
                .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .update();
    }
}

package io.huoji.performance.action;

import io.huoji.platform.job.RecurringJob;
import io.huoji.platform.table.Cell;
import io.huoji.platform.tenant.TenantId;
import io.huoji.platform.tenant.TenantTransactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Notices deadlines that passed, so that figures and boards move with them. Reads across tenants only whose deadlines those
 * are; whatever passed since the last good run is told again rather than missed.
 */
@Repository
class DeadlineSweep implements RecurringJob {

    private static final Duration OVERLAP = Duration.ofMinutes(1);
    private static final Duration FIRST_LOOK_BACK = Duration.ofDays(1);

    private final JdbcClient sweep;
    private final JdbcClient jdbc;
    private final Ledger ledger;
    private final TenantTransactions transactions;
    private final Clock clock;

    DeadlineSweep(@Qualifier("sweepDataSource") DataSource sweep, JdbcClient jdbc, Ledger ledger,
            TenantTransactions transactions, Clock clock) {
        this.sweep = JdbcClient.create(sweep);
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "deadline-sweep";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(15);
    }

    @Override
    public void run(@Nullable Instant lastSuccess) {
        var now = clock.instant();
        tell(lastSuccess == null ? now.minus(FIRST_LOOK_BACK) : lastSuccess.minus(OVERLAP), now);
    }

    /** Tells of every deadline in (since, now]; answers for how many tenants. */
    int tell(Instant since, Instant now) {
        var due = sweep.sql("""
                select distinct tenant_id from expectation
                where due_at > :since and due_at <= :now
                  and closed_by is null and exempt_at is null and cancelled_at is null
                """)
                .param("since", AnchorRepository.utc(since))
                .param("now", AnchorRepository.utc(now))
                .query((row, number) -> new TenantId(row.getObject(1, UUID.class)))
                .list();
        due.forEach(tenant -> transactions.run(tenant, () -> ledger.changed(tenant, cells(tenant, since, now))));
        return due.size();
    }

    private List<Cell> cells(TenantId tenant, Instant since, Instant now) {
        return jdbc.sql("""
                select distinct unit_id, node_id, counts_on, person_id from expectation
                where tenant_id = :tenant and due_at > :since and due_at <= :now
                  and closed_by is null and exempt_at is null and cancelled_at is null
                """)
                .param("tenant", tenant.value())
                .param("since", AnchorRepository.utc(since))
                .param("now", AnchorRepository.utc(now))
                .query(LedgerRepository::cell)
                .list();
    }
}

package io.huoji.platform.job;

import io.huoji.platform.tenant.TenantTransactions;
import io.huoji.platform.tenant.Tenants;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Forgets the outcomes of writes with an Idempotency-Key after 24 hours. */
@Repository
class IdempotentRequestRetention implements RecurringJob {

    private static final Duration KEPT = Duration.ofHours(24);

    private final JdbcClient jdbc;
    private final Tenants tenants;
    private final TenantTransactions transactions;
    private final Clock clock;

    IdempotentRequestRetention(JdbcClient jdbc, Tenants tenants, TenantTransactions transactions, Clock clock) {
        this.jdbc = jdbc;
        this.tenants = tenants;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "idempotent-request-retention";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run(@Nullable Instant lastSuccess) {
        var before = OffsetDateTime.ofInstant(clock.instant().minus(KEPT), ZoneOffset.UTC);
        for (var tenant : tenants.all()) {
            transactions.run(tenant, () -> jdbc
                    .sql("delete from idempotent_request where tenant_id = :tenant and started_at < :before")
                    .param("tenant", tenant.value())
                    .param("before", before)
                    .update());
        }
    }
}

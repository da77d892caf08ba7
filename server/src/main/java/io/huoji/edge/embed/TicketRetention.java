package io.huoji.edge.embed;

import io.huoji.platform.job.RecurringJob;
import io.huoji.platform.tenant.TenantId;
import io.huoji.platform.tenant.TenantTransactions;
import io.huoji.platform.tenant.Tenants;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Forgets tickets a day after their end. */
@Component
class TicketRetention implements RecurringJob {

    private final TicketRepository repository;
    private final Tenants tenants;
    private final TenantTransactions transactions;
    private final Clock clock;

    TicketRetention(TicketRepository repository, Tenants tenants, TenantTransactions transactions, Clock clock) {
        this.repository = repository;
        this.tenants = tenants;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "embed-ticket-retention";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run(@Nullable Instant lastSuccess) {
        Instant before = clock.instant().minus(Duration.ofDays(1));
        for (TenantId tenant : tenants.all())
            transactions.run(tenant, () -> repository.deleteExpired(tenant, before));
    }
}

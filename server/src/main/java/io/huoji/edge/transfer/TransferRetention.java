package io.huoji.edge.transfer;

import io.huoji.platform.job.RecurringJob;
import io.huoji.platform.tenant.TenantId;
import io.huoji.platform.tenant.TenantTransactions;
import io.huoji.platform.tenant.Tenants;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Forgets imports after a week and exports after a day, with their files. */
@Component
class TransferRetention implements RecurringJob {

    private final TransferStore repository;
    private final TransferFiles files;
    private final Tenants tenants;
    private final TenantTransactions transactions;
    private final Clock clock;

    TransferRetention(TransferStore repository, TransferFiles files, Tenants tenants,
            TenantTransactions transactions, Clock clock) {
        this.repository = repository;
        this.files = files;
        this.tenants = tenants;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "transfer-retention";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run(@Nullable Instant lastSuccess) {
        tenants.all().forEach(this::forget);
    }

    private void forget(TenantId tenant) {
        List<UUID> expired = transactions.in(tenant, () -> repository.expired(tenant, clock.instant()));
        expired.forEach(id -> files.erase(tenant, id));
        if (!expired.isEmpty())
            transactions.run(tenant, () -> repository.delete(tenant, expired));
    }
}

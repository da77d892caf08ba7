package io.huoji.platform.file;

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

/** Erases what was sent and never carried by a record within 24 hours. */
@Component
class LooseFileRetention implements RecurringJob {

    private static final Duration KEPT = Duration.ofHours(24);
    private static final int AT_ONCE = 500;

    private final FileRepository repository;
    private final FileStore store;
    private final Tenants tenants;
    private final TenantTransactions transactions;
    private final Clock clock;

    LooseFileRetention(FileRepository repository, FileStore store, Tenants tenants, TenantTransactions transactions,
            Clock clock) {
        this.repository = repository;
        this.store = store;
        this.tenants = tenants;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "loose-file-retention";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(30);
    }

    @Override
    public void run(@Nullable Instant lastSuccess) {
        Instant before = clock.instant().minus(KEPT);
        for (TenantId tenant : tenants.all())
            erase(tenant, before);
        store.eraseIncoming(before);
    }

    private void erase(TenantId tenant, Instant before) {
        List<UUID> gone;
        do {
            gone = transactions.in(tenant, () -> repository.deleteLoose(tenant, before, AT_ONCE));
            gone.forEach(id -> store.erase(tenant, id));
        } while (gone.size() == AT_ONCE);
    }
}

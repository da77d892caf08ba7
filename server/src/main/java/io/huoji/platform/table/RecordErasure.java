package io.huoji.platform.table;

import io.huoji.platform.file.Files;
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

/**
 * Empties the recycle bin: what was deleted 30 days ago goes for good, with its history, comments and files. Figures and ledger
 * don't change by it: a record left them when it was deleted.
 */
@Component
class RecordErasure implements RecurringJob {

    private static final Duration KEPT = Duration.ofDays(30);
    private static final int AT_ONCE = 200;

    private final ErasureRepository repository;
    private final Files files;
    private final Tenants tenants;
    private final TenantTransactions transactions;
    private final Clock clock;

    RecordErasure(ErasureRepository repository, Files files, Tenants tenants, TenantTransactions transactions,
            Clock clock) {
        this.repository = repository;
        this.files = files;
        this.tenants = tenants;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "record-erasure";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run(@Nullable Instant lastSuccess) {
        Instant before = clock.instant().minus(KEPT);
        for (TenantId tenant : tenants.all())
            while (erase(tenant, before) == AT_ONCE) {
                // The next ones.
            }
    }

    private int erase(TenantId tenant, Instant before) {
        return transactions.in(tenant, () -> {
            List<UUID> gone = repository.hold(tenant, before, AT_ONCE);
            if (!gone.isEmpty()) {
                files.eraseOf(tenant, gone);
                repository.erase(tenant, gone);
            }
            return gone.size();
        });
    }
}

package io.huoji.platform.table;

import io.huoji.platform.job.RecurringJob;
import io.huoji.platform.tenant.Stamps;
import io.huoji.platform.tenant.TenantId;
import io.huoji.platform.tenant.TenantTransactions;
import io.huoji.platform.tenant.Tenants;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Copies the values of records into slots given to fields in use, in packs of short transactions. It waits until every node has
 * heard of the slot (a stamp takes a second), so that no record written meanwhile lacks its copy. What a node that died was at is
 * found again within the hour.
 */
@Component
class SlotFilling implements RecurringJob {

    private static final Duration HEARD = Duration.ofSeconds(4);

    /** A table of a tenant. */
    private record Place(TenantId tenant, UUID table) {}

    private final SlotRepository repository;
    private final TenantTransactions transactions;
    private final Stamps stamps;
    private final Tenants tenants;
    private final Clock clock;
    private final Map<Place, Instant> expected = new ConcurrentHashMap<>();

    SlotFilling(SlotRepository repository, TenantTransactions transactions, Stamps stamps, Tenants tenants,
            Clock clock) {
        this.repository = repository;
        this.transactions = transactions;
        this.stamps = stamps;
        this.tenants = tenants;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "slot-filling";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run(@Nullable Instant lastSuccess) {
        for (TenantId tenant : tenants.all())
            transactions.in(tenant, () -> repository.unfilledTables(tenant)).forEach(table -> expect(tenant, table));
    }

    /** Says that a table has slots to fill. */
    void expect(TenantId tenant, UUID table) {
        expected.put(new Place(tenant, table), clock.instant().plus(HEARD));
    }

    @Scheduled(fixedDelay = 1000)
    void fillWhatIsDue() {
        for (Map.Entry<Place, Instant> entry : List.copyOf(expected.entrySet()))
            if (!clock.instant().isBefore(entry.getValue()) && expected.remove(entry.getKey(), entry.getValue()))
                fill(entry.getKey().tenant(), entry.getKey().table());
    }

    /** Fills the slots of a table that wait for it. */
    void fill(TenantId tenant, UUID table) {
        for (SlotRepository.Unfilled field : transactions.in(tenant, () -> repository.unfilled(tenant, table))) {
            UUID after = new UUID(0, 0);
            while (after != null) {
                UUID from = after;
                after = transactions.<@Nullable UUID>in(tenant, () -> repository.fill(tenant, table, field, from));
            }
            transactions.run(tenant, () -> {
                repository.markFilled(tenant, field);
                stamps.bump(tenant);
            });
        }
    }
}

package io.huoji.platform.tenant;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells caches when a tenant's model, organisation or rights have changed: on this node right after the commit, on others
 * within a second (one query over all tenants that changed lately).
 */
@Repository
public class Stamps {

    private static final String DIRTY = Stamps.class.getName();

    private final JdbcClient jdbc;
    private final TenantTransactions transactions;
    private final Clock clock;
    private final List<TenantCache<?>> caches = new CopyOnWriteArrayList<>();
    private final java.util.Map<UUID, Long> seen = new java.util.concurrent.ConcurrentHashMap<>();
    private Instant watermark = Instant.EPOCH;

    Stamps(JdbcClient jdbc, TenantTransactions transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** A cache of one value per tenant, dropped whenever the tenant's stamp moves. The loader runs in the tenant's transaction. */
    public <T> TenantCache<T> cache(Function<TenantId, T> loader) {
        TenantCache<T> cache = new TenantCache<>(tenant -> transactions.in(tenant, () -> loader.apply(tenant)));
        caches.add(cache);
        return cache;
    }

    /** Says, inside the transaction that changes it, that what is cached of this tenant will be old. */
    public void bump(TenantId tenant) {
        if (TransactionSynchronizationManager.hasResource(DIRTY))
            return;
        jdbc.sql("""
                insert into stamp (tenant_id, version, changed_at) values (:tenant, 1, :now)
                on conflict (tenant_id) do update set version = stamp.version + 1, changed_at = excluded.changed_at
                """)
                .param("tenant", tenant.value())
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        TransactionSynchronizationManager.bindResource(DIRTY, tenant.value());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResourceIfPossible(DIRTY);
                forget(tenant.value());
            }
        });
    }

    /** True while this thread's transaction has changed what caches hold: then they must read through. */
    static boolean isDirty() {
        return TransactionSynchronizationManager.hasResource(DIRTY);
    }

    private void forget(UUID tenant) {
        caches.forEach(cache -> cache.forget(tenant));
    }

    @Scheduled(fixedDelay = 1000)
    void lookForChangesOfOtherNodes() {
        record Change(UUID tenant, long version, Instant at) {}
        var changes = jdbc.sql("select tenant_id, version, changed_at from stamp where changed_at >= :since")
                .param("since", OffsetDateTime.ofInstant(watermark.minusSeconds(60), ZoneOffset.UTC))
                .query((row, n) -> new Change(row.getObject(1, UUID.class), row.getLong(2),
                        row.getObject(3, OffsetDateTime.class).toInstant()))
                .list();
        for (Change change : changes) {
            Long before = seen.put(change.tenant(), change.version());
            if (before == null || before != change.version())
                forget(change.tenant());
            watermark = watermark.isBefore(change.at()) ? change.at() : watermark;
        }
    }
}

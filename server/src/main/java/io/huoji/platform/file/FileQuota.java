package io.huoji.platform.file;

import io.huoji.platform.tenant.TenantId;
import io.huoji.platform.tenant.TenantTransactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Keeps one tenant from filling everybody's disk: 50 GB unless its setting says otherwise. The sum is read once a minute. */
@Component
class FileQuota {

    private static final long DEFAULT = 50L << 30;
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final FileRepository repository;
    private final TenantTransactions transactions;
    private final Clock clock;
    private final ConcurrentHashMap<TenantId, Usage> usages = new ConcurrentHashMap<>();

    FileQuota(FileRepository repository, TenantTransactions transactions, Clock clock) {
        this.repository = repository;
        this.transactions = transactions;
        this.clock = clock;
    }

    private record Usage(long bytes, long quota, Instant readAt) {}

    void take(TenantId tenant, long size) {
        usages.compute(tenant, (key, known) -> {
            Usage usage = known == null || isOld(known) ? read(tenant) : known;
            if (usage.bytes + size > usage.quota)
                throw BadContent.quota(usage.quota >> 30);
            return new Usage(usage.bytes + size, usage.quota, usage.readAt);
        });
    }

    private boolean isOld(Usage usage) {
        return clock.instant().isAfter(usage.readAt.plus(FRESH)) || clock.instant().isBefore(usage.readAt);
    }

    private Usage read(TenantId tenant) {
        return transactions.in(tenant,
                () -> new Usage(repository.bytes(tenant), repository.quota(tenant, DEFAULT), clock.instant()));
    }
}

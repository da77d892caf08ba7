package io.huoji.platform.tenant;

import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/** One value per tenant, kept until the tenant's stamp moves; made by {@link Stamps#cache}. */
public final class TenantCache<T> {

    private final Function<TenantId, T> loader;
    private final ConcurrentHashMap<UUID, T> values = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<UUID, AtomicLong> epochs = new ConcurrentHashMap<>();

    TenantCache(Function<TenantId, T> loader) {
        this.loader = loader;
    }

    /** The value; inside a transaction that has itself changed things it is read afresh and not kept. */
    public T of(TenantId tenant) {
        if (Stamps.isDirty())
            return loader.apply(tenant);
        T known = values.get(tenant.value());
        if (known != null)
            return known;
        AtomicLong epoch = epoch(tenant.value());
        long before = epoch.get();
        T loaded = loader.apply(tenant);
        // A change that commits between the read and this line moves the epoch: then the value is used once, not kept.
        synchronized (epoch) {
            if (epoch.get() == before)
                values.put(tenant.value(), loaded);
        }
        return loaded;
    }

    void forget(UUID tenant) {
        AtomicLong epoch = epoch(tenant);
        synchronized (epoch) {
            epoch.incrementAndGet();
            values.remove(tenant);
        }
    }

    private AtomicLong epoch(UUID tenant) {
        return epochs.computeIfAbsent(tenant, key -> new AtomicLong());
    }
}

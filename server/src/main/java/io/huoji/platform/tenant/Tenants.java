package io.huoji.platform.tenant;

import io.huoji.platform.kernel.Ids;
import io.huoji.platform.kernel.Misuse;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;

/** The tenants of this installation. */
@org.springframework.stereotype.Service
public class Tenants {

    private final TenantRepository repository;
    private final TenantTransactions transactions;
    private final Stamps stamps;
    private final TenantCache<Tenant> cache;
    private final Clock clock;

    Tenants(TenantRepository repository, TenantTransactions transactions, Stamps stamps, Clock clock) {
        this.repository = repository;
        this.transactions = transactions;
        this.stamps = stamps;
        this.clock = clock;
        this.cache = stamps.cache(this::load);
    }

    /** Makes an empty tenant with its lane and stamp; joins the open transaction of the same id, if any. */
    public Tenant found(TenantId id, String name, ZoneId zone, String locale) {
        Tenant tenant = new Tenant(id, name, zone, locale, List.of(), clock.instant());
        transactions.run(id, () -> repository.insert(tenant));
        return tenant;
    }

    public TenantId newId() {
        return new TenantId(Ids.next());
    }

    public Tenant byId(TenantId id) {
        return cache.of(id);
    }

    /** Every tenant, for duties that each has. */
    public List<TenantId> all() {
        return repository.all();
    }

    /** True until the first tenant is founded. */
    public boolean isEmpty() {
        return repository.count() == 0;
    }

    public Tenant change(TenantId id, String name, List<String> embedOrigins) {
        transactions.run(id, () -> {
            repository.update(id, name, embedOrigins);
            stamps.bump(id);
        });
        return byId(id);
    }

    private Tenant load(TenantId id) {
        return repository.find(id).orElseThrow(() -> new Misuse.NotFound("tenant", id));
    }
}

package io.huoji.platform.tenant;

import io.huoji.platform.kernel.Ids;
import io.huoji.platform.kernel.Misuse;
import io.huoji.platform.kernel.Problem;
import java.time.Clock;
import java.util.List;
import java.util.Map;

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
    public Tenant found(TenantId id, NewTenant draft) {
        Tenant tenant = new Tenant(id, draft.name(), draft.zone(), draft.locale(), List.of(), clock.instant(),
                draft.trialUntil(), null);
        transactions.run(id, () -> repository.insert(tenant));
        return tenant;
    }

    public TenantId newId() {
        return new TenantId(Ids.next());
    }

    public Tenant byId(TenantId id) {
        return cache.of(id);
    }

    /**
     * Lets a write of this tenant pass; after its trial, or while it is suspended, refuses it. Each door through which writes come
     * (API, assessment box, invitation) asks here, before anything else is done.
     */
    public void needsWritable(TenantId id) {
        Tenant tenant = byId(id);
        switch (tenant.stateAt(clock.instant())) {
            case PERMANENT, TRIAL -> {
            }
            case ENDED -> throw new Misuse.Forbidden(Problem.at("", "trial-ended"));
            case SUSPENDED -> throw suspended(tenant);
        }
    }

    /** Lets people of this tenant in; refuses while it is suspended. */
    public void needsOpen(TenantId id) {
        if (isSuspended(id))
            throw suspended(byId(id));
    }

    public boolean isSuspended(TenantId id) {
        return byId(id).stateAt(clock.instant()) == TenantState.SUSPENDED;
    }

    private static Misuse.Forbidden suspended(Tenant tenant) {
        return new Misuse.Forbidden(Problem.at("", "tenant-suspended", Map.of("tenant", tenant.name())));
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

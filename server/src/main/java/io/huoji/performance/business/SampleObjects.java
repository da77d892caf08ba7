package io.huoji.performance.business;

import io.huoji.platform.org.PeopleErased;
import io.huoji.platform.tenant.TenantId;
import io.huoji.platform.tenant.TenantTransactions;
import java.util.Collection;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/** Takes business objects that came with sample data out again, with their events. */
@Service
public class SampleObjects {

    private final SampleObjectRepository repository;
    private final TenantTransactions transactions;

    SampleObjects(SampleObjectRepository repository, TenantTransactions transactions) {
        this.repository = repository;
        this.transactions = transactions;
    }

    public void erase(TenantId tenant, Collection<UUID> objects) {
        transactions.run(tenant, () -> repository.erase(tenant, objects));
    }

    @EventListener
    void on(PeopleErased erased) {
        repository.disown(erased.tenant(), erased.people());
    }
}

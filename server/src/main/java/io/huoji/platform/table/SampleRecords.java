package io.huoji.platform.table;

import io.huoji.platform.org.PeopleErased;
import io.huoji.platform.tenant.TenantId;
import io.huoji.platform.tenant.TenantTransactions;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/** Records that came with sample data: marked as such, counted, and erased without a trace. */
@Service
public class SampleRecords {

    private final SampleRecordRepository repository;
    private final TenantTransactions transactions;

    SampleRecords(SampleRecordRepository repository, TenantTransactions transactions) {
        this.repository = repository;
        this.transactions = transactions;
    }

    public void mark(TenantId tenant, Collection<UUID> records) {
        transactions.run(tenant, () -> repository.mark(tenant, records));
    }

    /** How many records these are: those themselves, and whatever was recorded of these people. */
    public long count(TenantId tenant, Collection<UUID> records, Collection<UUID> people) {
        return transactions.in(tenant, () -> repository.count(tenant, records, people));
    }

    /** Deletes these records with their history; a file that somebody added to one is left to the sweeper of loose files. */
    public void erase(TenantId tenant, Collection<UUID> records) {
        transactions.run(tenant, () -> repository.erase(tenant, records));
    }

    @EventListener
    void on(PeopleErased erased) {
        erase(erased.tenant(), repository.ofSubjects(erased.tenant(), erased.people()));
    }

    /** Those of these units that a record still names. */
    public Set<UUID> namedUnits(TenantId tenant, Collection<UUID> units) {
        return transactions.in(tenant, () -> repository.namedUnits(tenant, units));
    }

    /** Those of these objects that a record still names. */
    public Set<UUID> namedObjects(TenantId tenant, Collection<UUID> objects) {
        return transactions.in(tenant, () -> repository.namedObjects(tenant, objects));
    }

    /** Whether somebody has recorded an action that is no sample. */
    public boolean hasReal(TenantId tenant, List<UUID> tables) {
        return transactions.in(tenant, () -> repository.hasReal(tenant, tables));
    }
}

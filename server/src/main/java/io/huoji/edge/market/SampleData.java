package io.huoji.edge.market;

import io.huoji.insight.metric.RollUps;
import io.huoji.performance.action.SampleLedger;
import io.huoji.performance.business.SampleObjects;
import io.huoji.platform.access.Permission;
import io.huoji.platform.access.Viewer;
import io.huoji.platform.kernel.Misuse;
import io.huoji.platform.kernel.Problem;
import io.huoji.platform.org.Directories;
import io.huoji.platform.org.SampleOrganisations;
import io.huoji.platform.table.SampleRecords;
import io.huoji.platform.tenant.TenantId;
import io.huoji.platform.tenant.TenantTransactions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import tools.jackson.databind.node.ObjectNode;

/** The sample data of an app: there to try it out, counted, and taken out again without a trace. */
@Service
class SampleData {

    static final String UNIT = "unit";
    static final String PERSON = "person";
    static final String OBJECT = "object";
    static final String RECORD = "record";
    /** The rights that making it takes. */
    static final Set<Permission> NEEDED = Set.of(Permission.PEOPLE_WRITE, Permission.RECORDS_IMPORT,
            Permission.OBJECTS_WRITE, Permission.EVENTS_WRITE);

    /**
     * How much there is.
     *
     * @param records those that came with it, and whatever was recorded of its people since
     */
    record Amount(long records, int people, int units, int objects) {

        boolean isNothing() {
            return records == 0 && people == 0 && units == 0 && objects == 0;
        }
    }

    /** What was taken out, and the names of what stays since real data stand on it. */
    record Removal(Amount removed, List<String> kept) {}

    private final AppRepository repository;
    private final SampleWriting writing;
    private final SampleOrganisations organisations;
    private final SampleRecords records;
    private final SampleLedger ledger;
    private final SampleObjects objects;
    private final Directories directories;
    private final RollUps rollUps;
    private final TenantTransactions transactions;

    SampleData(AppRepository repository, SampleWriting writing, SampleOrganisations organisations,
            SampleRecords records, SampleLedger ledger, SampleObjects objects, Directories directories, RollUps rollUps,
            TenantTransactions transactions) {
        this.repository = repository;
        this.writing = writing;
        this.organisations = organisations;
        this.records = records;
        this.ledger = ledger;
        this.objects = objects;
        this.directories = directories;
        this.rollUps = rollUps;
        this.transactions = transactions;
    }

    /** Makes what the plan says, in the open transaction. */
    void make(Viewer viewer, Installed app, SamplePlan plan) {
        if (!repository.sample(viewer.tenant(), app.id()).isEmpty())
            throw new Misuse.Conflict(Problem.at("sampleData", "sample-is-there"));
        writing.make(viewer, app, plan);
    }

    /** Stores the sample records of a file, as done by whoever brings it in. */
    void take(Viewer viewer, Installed app, List<ObjectNode> given) {
        viewer.needs(Permission.RECORDS_IMPORT);
        writing.take(viewer, app, given);
    }

    Amount amount(Viewer viewer, Installed app) {
        return transactions.in(viewer.tenant(), () -> amount(viewer.tenant(), new Refs(viewer.tenant(), app)));
    }

    private Amount amount(TenantId tenant, Refs refs) {
        var people = refs.of(PERSON);
        return new Amount(records.count(tenant, refs.of(RECORD), people), people.size(), refs.of(UNIT).size(),
                refs.of(OBJECT).size());
    }

    /** Takes all of it out, with everything that was counted of it. */
    Removal remove(Viewer viewer, Installed app) {
        viewer.needs(Permission.PEOPLE_WRITE);
        viewer.needs(Permission.RECORDS_DELETE);
        TenantId tenant = viewer.tenant();
        return transactions.in(tenant, () -> {
            Refs refs = new Refs(tenant, app);
            Amount before = amount(tenant, refs);
            List<String> kept = new ArrayList<>();
            records.erase(tenant, refs.of(RECORD));
            Set<UUID> people = organisations.erasePeople(tenant, refs.of(PERSON));
            Set<UUID> gone = free(refs.of(OBJECT), records.namedObjects(tenant, refs.of(OBJECT)));
            ledger.eraseOfObjects(tenant, gone);
            objects.erase(tenant, gone);
            Set<UUID> free = free(refs.of(UNIT), records.namedUnits(tenant, refs.of(UNIT)));
            Set<UUID> units = organisations.eraseUnits(tenant, free);
            names(tenant, refs, people, units, kept);
            repository.forgetSample(tenant, app.id());
            rollUps.rebuild(tenant);
            long stay = records.count(tenant, List.of(), refs.of(PERSON));
            return new Removal(new Amount(before.records() - stay, people.size(), units.size(), gone.size()), kept);
        });
    }

    private static Set<UUID> free(List<UUID> all, Set<UUID> named) {
        Set<UUID> free = new HashSet<>(all);
        free.removeAll(named);
        return free;
    }

    private void names(TenantId tenant, Refs refs, Set<UUID> people, Set<UUID> units, List<String> kept) {
        var directory = directories.of(tenant);
        refs.of(PERSON).stream().filter(id -> !people.contains(id)).map(directory::person).filter(Objects::nonNull)
                .forEach(person -> kept.add(person.name()));
        refs.of(UNIT).stream().filter(id -> !units.contains(id)).map(directory::unit).filter(Objects::nonNull)
                .forEach(unit -> kept.add(unit.name()));
    }

    /** What an app's sample data are, by kind. */
    private final class Refs {

        private final List<AppRepository.SampleRef> all;

        Refs(TenantId tenant, Installed app) {
            this.all = repository.sample(tenant, app.id());
        }

        List<UUID> of(String kind) {
            return all.stream().filter(ref -> ref.kind().equals(kind)).map(AppRepository.SampleRef::id).toList();
        }
    }
}

package io.huoji.performance.action;

import io.huoji.performance.action.LedgerRepository.Group;
import io.huoji.platform.event.Events;
import io.huoji.platform.table.Cell;
import io.huoji.platform.tenant.TenantId;
import io.huoji.platform.tenant.TenantTransactions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * The ledger of what is expected of whom: rows enter it before the action exists and never leave it, so that not filing or
 * deleting can't improve a figure.
 */
@Service
class Ledger {

    static final String CHANGED = "ledger.changed";

    private final LedgerRepository repository;
    private final Settlement settlement;
    private final Events events;
    private final TenantTransactions transactions;
    private final Clock clock;

    Ledger(LedgerRepository repository, Settlement settlement, Events events, TenantTransactions transactions,
            Clock clock) {
        this.repository = repository;
        this.settlement = settlement;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Enters these rows, those already there left alone, and matches what is there already to them. */
    void expect(TenantId tenant, List<NewExpectation> rows) {
        if (rows.isEmpty()) {
            return;
        }
        transactions.run(tenant, () -> {
            repository.lock(tenant, rows.stream().map(NewExpectation::person).distinct().toList());
            var cells = new ArrayList<>(repository.insert(tenant, rows, clock.instant()));
            cells.addAll(settlement.settle(tenant,
                    rows.stream().map(row -> new Group(row.person(), row.node())).distinct().toList()));
            changed(tenant, cells);
        });
    }

    /**
     * Enters the rows of one period of one node.
     *
     * @return how many were new
     */
    int expectPeriod(TenantId tenant, UUID node, List<NewExpectation> rows) {
        if (rows.isEmpty()) {
            return 0;
        }
        return transactions.in(tenant, () -> {
            var people = rows.stream().map(NewExpectation::person).distinct().toList();
            repository.lock(tenant, people);
            var cells = new ArrayList<>(repository.insert(tenant, rows, clock.instant()));
            int added = cells.size();
            // Rows that no action is late enough for change no match: at the begin of a period that is all of them.
            var doers = repository.doersSince(tenant, node, people, rows.getFirst().window().opens());
            cells.addAll(settlement.settle(tenant, doers.stream().map(doer -> new Group(doer, node)).toList()));
            changed(tenant, cells);
            return added;
        });
    }

    /** Matches one group anew, its person locked first. */
    void settle(TenantId tenant, UUID person, UUID node) {
        transactions.run(tenant, () -> {
            repository.lock(tenant, List.of(person));
            changed(tenant, settlement.settle(tenant, List.of(new Group(person, node))));
        });
    }

    void cancelOpen(TenantId tenant, @Nullable UUID node, @Nullable UUID person) {
        transactions.run(tenant, () -> changed(tenant, repository.cancelOpen(tenant, node, person, clock.instant())));
    }

    /** Tells everyone above that the figures of these cells moved. */
    void changed(TenantId tenant, Collection<Cell> cells) {
        if (!cells.isEmpty()) {
            events.append(tenant, CHANGED, null, Map.of("cells", new LinkedHashSet<>(cells)));
        }
    }
}

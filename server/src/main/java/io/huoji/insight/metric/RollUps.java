package io.huoji.insight.metric;

import io.huoji.platform.event.Event;
import io.huoji.platform.event.EventConsumer;
import io.huoji.platform.tenant.Tenant;
import io.huoji.platform.tenant.TenantId;
import io.huoji.platform.tenant.TenantTransactions;
import io.huoji.platform.tenant.Tenants;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;

/**
 * Keeps unit_day and person_month in step with records and ledger. A touched cell is counted anew, never added to: order,
 * repetition and lateness of events can't bend a figure.
 */
@Service
@Order(20)
public class RollUps implements EventConsumer {

    private final RollUpRepository repository;
    private final Tenants tenants;
    private final TenantTransactions transactions;

    RollUps(RollUpRepository repository, Tenants tenants, TenantTransactions transactions) {
        this.repository = repository;
        this.tenants = tenants;
        this.transactions = transactions;
    }

    /** Counts all cells of a tenant from scratch. */
    public void rebuild(TenantId tenant) {
        transactions.run(tenant, () -> repository.rebuild(tenants.byId(tenant)));
    }

    @Override
    public String name() {
        return "roll-ups";
    }

    @Override
    public boolean takes(String kind) {
        return kind.startsWith("record.") || kind.equals("ledger.changed");
    }

    @Override
    public void consume(TenantId tenant, List<Event> batch) {
        Tenant of = tenants.byId(tenant);
        Cells cells = new Cells();
        for (Event event : batch)
            addFrom(event.payload(), cells);
        List<UUID> records = batch.stream().map(Event::subject).filter(Objects::nonNull).distinct().toList();
        repository.recount(of, cells, records);
    }

    private static void addFrom(JsonNode payload, Cells cells) {
        for (String side : List.of("before", "after"))
            if (payload.hasNonNull(side))
                cells.addFrom(payload.get(side));
        for (String list : List.of("cells", "people"))
            payload.path(list).forEach(cells::addFrom);
    }
}

package io.huoji.insight.metric;

import io.huoji.platform.event.Event;
import io.huoji.platform.event.EventConsumer;
import io.huoji.platform.event.Events;
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
 * Keeps the roll-ups in step with records and ledger. A batch of nothing but new records is added to the cells; for anything else
 * the touched cells are counted anew, without the new records that are still waiting for their turn. So order, repetition and
 * lateness of events can't bend a figure.
 */
@Service
@Order(20)
public class RollUps implements EventConsumer {

    private final RollUpRepository repository;
    private final Tenants tenants;
    private final Events events;
    private final TenantTransactions transactions;

    RollUps(RollUpRepository repository, Tenants tenants, Events events, TenantTransactions transactions) {
        this.repository = repository;
        this.tenants = tenants;
        this.events = events;
        this.transactions = transactions;
    }

    /** Counts all cells of a tenant from scratch. */
    public void rebuild(TenantId tenant) {
        transactions.run(tenant, () -> {
            events.hold(tenant);
            repository.rebuild(tenants.byId(tenant));
        });
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
        if (batch.stream().allMatch(RollUps::isNewRecordAlone))
            repository.add(tenants.byId(tenant), subjects(batch));
        else
            recount(tenant, batch);
    }

    /** Its record may have been counted with another of the batch: adding it would count it twice. */
    @Override
    public void retry(TenantId tenant, Event event) {
        recount(tenant, List.of(event));
    }

    private void recount(TenantId tenant, List<Event> batch) {
        Cells cells = new Cells();
        for (Event event : batch)
            addFrom(event.payload(), cells);
        repository.recount(tenants.byId(tenant), cells, subjects(batch));
    }

    private static List<UUID> subjects(List<Event> batch) {
        return batch.stream().map(Event::subject).filter(Objects::nonNull).distinct().toList();
    }

    /** A record that was added and changed nothing but itself and the expectation that it closes. */
    private static boolean isNewRecordAlone(Event event) {
        return event.kind().equals("record.created") && event.subject() != null
                && !event.payload().hasNonNull("before") && !event.payload().hasNonNull("cells")
                && !event.payload().hasNonNull("people");
    }

    private static void addFrom(JsonNode payload, Cells cells) {
        for (String side : List.of("before", "after"))
            if (payload.hasNonNull(side))
                cells.addFrom(payload.get(side));
        for (String list : List.of("cells", "people"))
            payload.path(list).forEach(cells::addFrom);
    }
}

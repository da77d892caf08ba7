package io.huoji.performance.action;

import io.huoji.platform.event.Event;
import io.huoji.platform.event.EventConsumer;
import io.huoji.platform.org.Directories;
import io.huoji.platform.org.PersonLeft;
import io.huoji.platform.table.Cell;
import io.huoji.platform.table.Roles;
import io.huoji.platform.table.Table;
import io.huoji.platform.table.Tables;
import io.huoji.platform.tenant.TenantId;
import io.huoji.platform.tenant.TenantTransactions;
import io.huoji.platform.tenant.Tenants;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Follows people who are transferred or leave. A transfer does not move history: only what is done and expected from its day
 * on stands under the new unit; who leaves is expected to do nothing more.
 */
@Component
@Order(10)
class Transfers implements EventConsumer {

    private final TransferRepository repository;
    private final LedgerRepository rows;
    private final Ledger ledger;
    private final Directories directories;
    private final Tables tables;
    private final Tenants tenants;
    private final TenantTransactions transactions;
    private final Clock clock;

    Transfers(TransferRepository repository, LedgerRepository rows, Ledger ledger, Directories directories,
            Tables tables, Tenants tenants, TenantTransactions transactions, Clock clock) {
        this.repository = repository;
        this.rows = rows;
        this.ledger = ledger;
        this.directories = directories;
        this.tables = tables;
        this.tenants = tenants;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "transfers";
    }

    @Override
    public boolean takes(String kind) {
        return kind.equals("membership.changed");
    }

    @EventListener
    void cancelWhatIsOpen(PersonLeft left) {
        ledger.cancelOpen(left.tenant(), null, left.person());
    }

    @Override
    public void consume(TenantId tenant, List<Event> batch) {
        Map<UUID, String> since = new HashMap<>();
        for (var event : batch) {
            var person = event.subject() != null
                    ? event.subject()
                    : UUID.fromString(event.payload().path("person").asString());
            // The empty text, since ever, is before every day.
            since.merge(person, event.payload().path("from").asString(""),
                    (one, other) -> one.compareTo(other) < 0 ? one : other);
        }
        transactions.run(tenant, () -> move(tenant, since));
    }

    private void move(TenantId id, Map<UUID, String> since) {
        var tenant = tenants.byId(id);
        var own = tables.list(id).stream().filter(table -> table.role(Roles.UNIT) != null).map(Table::id).toList();
        rows.lock(id, since.keySet());
        List<Cell> cells = new ArrayList<>();
        Map<String, List<UUID>> byDay = new HashMap<>();
        since.forEach((person, from) -> byDay.computeIfAbsent(from, day -> new ArrayList<>()).add(person));
        byDay.forEach((from, people) -> {
            var day = from.isEmpty() ? null : LocalDate.parse(from);
            cells.addAll(repository.moveExpectations(tenant, people, day));
            cells.addAll(repository.moveRecords(tenant, people, day, own));
        });
        since.keySet().stream().filter(person -> hasLeft(id, person))
                .forEach(person -> cells.addAll(rows.cancelOpen(id, null, person, clock.instant())));
        ledger.changed(id, cells);
    }

    /** Every membership has ended. */
    private boolean hasLeft(TenantId tenant, UUID id) {
        var person = directories.of(tenant).person(id);
        var today = tenants.byId(tenant).dayOf(clock.instant());
        return person != null && !person.memberships().isEmpty() && person.memberships().stream()
                .allMatch(membership -> isOver(membership.to(), today));
    }

    private static boolean isOver(@Nullable LocalDate to, LocalDate today) {
        return to != null && !to.isAfter(today);
    }
}

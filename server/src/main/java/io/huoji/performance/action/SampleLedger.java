package io.huoji.performance.action;

import io.huoji.platform.kernel.Ids;
import io.huoji.platform.org.Directories;
import io.huoji.platform.org.PeopleErased;
import io.huoji.platform.tenant.Tenant;
import io.huoji.platform.tenant.TenantId;
import io.huoji.platform.tenant.TenantTransactions;
import io.huoji.platform.tenant.Tenants;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/** What was expected of sample people before they were invented, and its removal. The cadence goes on from the next period. */
@Service
public class SampleLedger {

    /**
     * A period in which sample people were expected to do a node.
     *
     * @param days how many of its days have begun
     */
    public record Period(LocalDate start, int days, int times) {}

    private final Nodes nodes;
    private final Ledger ledger;
    private final SampleLedgerRepository repository;
    private final Directories directories;
    private final Tenants tenants;
    private final TenantTransactions transactions;
    private final Clock clock;

    SampleLedger(Nodes nodes, Ledger ledger, SampleLedgerRepository repository, Directories directories,
            Tenants tenants, TenantTransactions transactions, Clock clock) {
        this.nodes = nodes;
        this.ledger = ledger;
        this.repository = repository;
        this.directories = directories;
        this.tenants = tenants;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Expects a node of those of these people whom it means, in every period that ends after {@code since} and has begun.
     *
     * @return those periods; empty when the node has no cadence
     */
    public List<Period> expect(TenantId tenantId, String nodeKey, Collection<UUID> people, LocalDate since) {
        var node = nodes.known(tenantId, nodeKey);
        if (!(node.current().trigger() instanceof Trigger.Cadence cadence)) {
            return List.of();
        }
        var tenant = tenants.byId(tenantId);
        var today = tenant.dayOf(clock.instant());
        var starts = Stream.iterate(cadence.per().startOf(since), start -> !start.isAfter(today), cadence.per()::next)
                .toList();
        var doers = ofThese(tenantId, nodeKey, people);
        ledger.expect(tenantId, starts.stream()
                .flatMap(start -> doers.stream().flatMap(person -> rows(tenant, node, cadence, start, person)))
                .toList());
        return starts.stream()
                .map(start -> new Period(start, days(start, cadence.per().next(start), today), cadence.times()))
                .toList();
    }

    /** Those of these people whom the node means. */
    public List<UUID> ofThese(TenantId tenant, String nodeKey, Collection<UUID> people) {
        var today = tenants.byId(tenant).dayOf(clock.instant());
        return new Assignees(directories.of(tenant), today)
                .ofPeriod(nodes.known(tenant, nodeKey).current().assignee())
                .stream()
                .map(person -> person.id())
                .filter(people::contains)
                .toList();
    }

    private static int days(LocalDate start, LocalDate next, LocalDate today) {
        var end = next.isAfter(today) ? today.plusDays(1) : next;
        return (int) (end.toEpochDay() - start.toEpochDay());
    }

    private Stream<NewExpectation> rows(Tenant tenant, Node node, Trigger.Cadence cadence, LocalDate start,
            UUID person) {
        var version = node.current();
        var window = Window.ofPeriod(cadence.per(), start, version, tenant.zone());
        var unit = unit(tenant.id(), person, window.countsOn(), start);
        return IntStream.rangeClosed(1, cadence.times())
                .mapToObj(number -> new NewExpectation(Ids.next(), node.id(), version.version(), person, unit, null,
                        "%s#%d".formatted(start, number), window));
    }

    private @Nullable UUID unit(TenantId tenant, UUID person, LocalDate countsOn, LocalDate start) {
        return Assignees.unitOn(directories.of(tenant), person, countsOn, start);
    }

    /** Deletes what is expected about these business objects. */
    public void eraseOfObjects(TenantId tenant, Collection<UUID> objects) {
        transactions.run(tenant, () -> repository.deleteOfObjects(tenant, objects));
    }

    @EventListener
    void on(PeopleErased erased) {
        repository.deleteOfPeople(erased.tenant(), erased.people());
    }
}

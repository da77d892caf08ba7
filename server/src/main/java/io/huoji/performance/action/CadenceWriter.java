package io.huoji.performance.action;

import io.huoji.platform.job.RecurringJob;
import io.huoji.platform.kernel.Ids;
import io.huoji.platform.org.Directories;
import io.huoji.platform.org.Person;
import io.huoji.platform.tenant.Stamps;
import io.huoji.platform.tenant.Tenant;
import io.huoji.platform.tenant.TenantCache;
import io.huoji.platform.tenant.TenantId;
import io.huoji.platform.tenant.TenantTransactions;
import io.huoji.platform.tenant.Tenants;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Writes the periods of cadences into the ledger when they begin. What is to write follows from how far each node has been
 * written: after days of downtime every missed period is found, and writing one twice changes nothing.
 */
@Component
class CadenceWriter implements RecurringJob {

    private static final Logger LOG = LoggerFactory.getLogger(CadenceWriter.class);
    private static final int PACK = 400;
    private static final int MOST_PERIODS = 400;

    private final CadenceRepository repository;
    private final Nodes nodes;
    private final Ledger ledger;
    private final Directories directories;
    private final Tenants tenants;
    private final TenantTransactions transactions;
    private final Clock clock;
    private final TenantCache<Map<UUID, LocalDate>> marks;

    CadenceWriter(CadenceRepository repository, Nodes nodes, Ledger ledger, Directories directories, Tenants tenants,
            TenantTransactions transactions, Stamps stamps, Clock clock) {
        this.repository = repository;
        this.nodes = nodes;
        this.ledger = ledger;
        this.directories = directories;
        this.tenants = tenants;
        this.transactions = transactions;
        this.clock = clock;
        this.marks = stamps.cache(tenant -> new ConcurrentHashMap<>(repository.marks(tenant)));
    }

    @Override
    public String name() {
        return "cadence-writer";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(5);
    }

    @Override
    public void run(@Nullable Instant lastSuccess) {
        for (var tenant : tenants.all()) {
            try {
                tick(tenant);
            } catch (RuntimeException fault) {
                LOG.error("The cadences of tenant {} could not be written; they are tried again.", tenant, fault);
            }
        }
    }

    /**
     * Writes every period of the tenant's nodes that has begun and was not written.
     *
     * @return how many expectations were new
     */
    int tick(TenantId id) {
        int written = 0;
        var known = marks.of(id);
        for (var node : nodes.of(id).inCadence()) {
            var mark = known.get(node.id());
            for (int round = 0; mark != null && round < MOST_PERIODS; round++) {
                var step = new Step(tenants.byId(id), node, mark, clock.instant());
                var next = step.next();
                if (next == null) {
                    break;
                }
                written += write(step);
                repositoryMove(id, node.id(), mark, next);
                known.put(node.id(), next);
                mark = next;
            }
        }
        return written;
    }

    private void repositoryMove(TenantId tenant, UUID node, LocalDate from, LocalDate to) {
        transactions.run(tenant, () -> repository.move(tenant, node, from, to));
    }

    private int write(Step step) {
        var start = step.start();
        if (start == null) {
            return 0;
        }
        var directory = directories.of(step.tenant().id());
        var holders = new Assignees(directory, start).ofPeriod(step.version(start).assignee());
        int written = 0;
        for (int from = 0; from < holders.size(); from += PACK) {
            var pack = holders.subList(from, Math.min(from + PACK, holders.size()));
            written += ledger.expectPeriod(step.tenant().id(), step.node().id(), rows(step, start, pack));
        }
        return written;
    }

    private List<NewExpectation> rows(Step step, LocalDate start, List<Person> holders) {
        return holders.stream().flatMap(person -> rows(step, start, person)).toList();
    }

    private Stream<NewExpectation> rows(Step step, LocalDate start, Person person) {
        var version = step.version(start);
        if (!(version.trigger() instanceof Trigger.Cadence cadence)) {
            return Stream.of();
        }
        var window = Window.ofPeriod(cadence.per(), start, version, step.tenant().zone());
        var unit = Assignees.unitOn(directories.of(step.tenant().id()), person.id(), window.countsOn(), start);
        return IntStream.rangeClosed(1, cadence.times())
                .mapToObj(number -> new NewExpectation(Ids.next(), step.node().id(), version.version(), person.id(),
                        unit, null, "%s#%d".formatted(start, number), window));
    }

    /** One move of a node's mark: over the next period, or over a time in which it has no cadence. */
    private record Step(Tenant tenant, Node node, LocalDate mark, Instant now) {

        /** Where the mark moves to; null when nothing has begun. */
        @Nullable
        LocalDate next() {
            if (tenant.startOf(mark).isAfter(now)) {
                return null;
            }
            if (!(version(mark).trigger() instanceof Trigger.Cadence cadence)) {
                return mark.plusDays(1);
            }
            var start = cadence.per().startOf(mark);
            return cadence.per().next(start);
        }

        /** The period that is to be written; null when the mark stands in none that begins for this node. */
        @Nullable
        LocalDate start() {
            var version = version(mark);
            boolean begins = version.trigger() instanceof Trigger.Cadence cadence
                    && cadence.per().startOf(mark).equals(mark);
            return begins && version.isValidOn(mark) && isAtWork() ? mark : null;
        }

        /** Nothing is expected of people who could not write when the period began, not even once they can again. */
        private boolean isAtWork() {
            return tenant.stateAt(tenant.startOf(mark)).isAtWork();
        }

        NodeVersion version(LocalDate day) {
            return node.versionAt(tenant.startOf(day));
        }
    }
}

package io.huoji.performance.action;

import io.huoji.platform.access.Viewer;
import io.huoji.platform.org.Directories;
import io.huoji.platform.table.Tables;
import io.huoji.platform.tenant.TenantTransactions;
import io.huoji.platform.tenant.Tenants;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What one person has to do, and what they may do unasked: the home of the phone. */
@Service
class Todo {

    private static final int MOST = 100;
    private static final int LOOK_BACK_DAYS = 30;

    /** How many are open on a day. */
    record Day(LocalDate day, int open) {}

    /** How the week before went. */
    record LastWeek(long onTime, long expected) {}

    /** The whole page. */
    record Answer(LocalDate today, List<Day> week, LastWeek lastWeek, List<Expectation> items, List<Node> nodes) {}

    private final TodoRepository repository;
    private final Nodes nodes;
    private final Tables tables;
    private final Directories directories;
    private final Tenants tenants;
    private final TenantTransactions transactions;
    private final Clock clock;

    Todo(TodoRepository repository, Nodes nodes, Tables tables, Directories directories, Tenants tenants,
            TenantTransactions transactions, Clock clock) {
        this.repository = repository;
        this.nodes = nodes;
        this.tables = tables;
        this.directories = directories;
        this.tenants = tenants;
        this.transactions = transactions;
        this.clock = clock;
    }

    Answer of(Viewer viewer) {
        var tenant = tenants.byId(viewer.tenant());
        var now = clock.instant();
        var today = tenant.dayOf(now);
        var monday = Per.WEEK.startOf(today);
        var person = viewer.person();
        if (person == null) {
            return new Answer(today, week(monday, List.of()), new LastWeek(0, 0), List.of(), List.of());
        }
        return transactions.in(viewer.tenant(), () -> {
            var items = repository.open(viewer.tenant(), person, now, now.minusSeconds(LOOK_BACK_DAYS * 86_400L), MOST);
            return new Answer(today, week(monday, items),
                    repository.lastWeek(viewer.tenant(), person, monday.minusWeeks(1), monday, now), items,
                    usable(viewer, person, today, now));
        });
    }

    private static List<Day> week(LocalDate monday, List<Expectation> items) {
        return IntStream.range(0, 7).mapToObj(monday::plusDays)
                .map(day -> new Day(day, (int) items.stream()
                        .filter(item -> item.window().countsOn().equals(day)).count()))
                .toList();
    }

    /** Nodes that this person may do today, be it unasked. */
    private List<Node> usable(Viewer viewer, UUID person, LocalDate today, Instant now) {
        var assignees = new Assignees(directories.of(viewer.tenant()), today);
        return nodes.of(viewer.tenant()).nodes().stream()
                .filter(node -> node.isValidOn(today) && isInUse(viewer, node))
                .filter(node -> concerns(assignees, node.versionAt(now).assignee(), person))
                .toList();
    }

    private boolean isInUse(Viewer viewer, Node node) {
        var table = tables.find(viewer.tenant(), node.table());
        return table != null && !table.deleted();
    }

    private static boolean concerns(Assignees assignees, @Nullable Assignee assignee, UUID person) {
        return assignee == null || assignee.needsEvent()
                || assignees.ofPeriod(assignee).stream().anyMatch(holder -> holder.id().equals(person));
    }
}

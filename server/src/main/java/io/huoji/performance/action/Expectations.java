package io.huoji.performance.action;

import io.huoji.performance.business.BusinessObjects;
import io.huoji.performance.business.BusinessTypes;
import io.huoji.platform.access.RowScope;
import io.huoji.platform.access.Viewer;
import io.huoji.platform.kernel.Ids;
import io.huoji.platform.kernel.Misuse;
import io.huoji.platform.kernel.Page;
import io.huoji.platform.kernel.Problem;
import io.huoji.platform.org.Directories;
import io.huoji.platform.table.Cell;
import io.huoji.platform.table.Condition;
import io.huoji.platform.tenant.TenantTransactions;
import io.huoji.platform.tenant.Tenants;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What is expected of people, as far as the viewer may know. */
@Service
class Expectations {

    /** What a list is asked for. */
    record Query(@Nullable Condition filter, @Nullable String sort, int limit, @Nullable String cursor,
            boolean total) {}

    private static final Map<String, String> COLUMNS = Map.of("due", "due_at", "opens", "opens_at", "countsOn",
            "counts_on");
    private static final int LONGEST_REASON = 1000;

    private final ExpectationRepository repository;
    private final LedgerRepository rows;
    private final Ledger ledger;
    private final Nodes nodes;
    private final BusinessObjects objects;
    private final BusinessTypes types;
    private final Directories directories;
    private final Tenants tenants;
    private final TenantTransactions transactions;
    private final Clock clock;

    Expectations(ExpectationRepository repository, LedgerRepository rows, Ledger ledger, Nodes nodes,
            BusinessObjects objects, BusinessTypes types, Directories directories, Tenants tenants,
            TenantTransactions transactions, Clock clock) {
        this.repository = repository;
        this.rows = rows;
        this.ledger = ledger;
        this.nodes = nodes;
        this.objects = objects;
        this.types = types;
        this.directories = directories;
        this.tenants = tenants;
        this.transactions = transactions;
        this.clock = clock;
    }

    Page<Expectation> list(Viewer viewer, Query query) {
        var now = clock.instant();
        var order = order(query.sort());
        var filter = new ExpectationFilter(viewer, tenants.byId(viewer.tenant()),
                tenants.byId(viewer.tenant()).dayOf(now), directories.of(viewer.tenant()), nodes.of(viewer.tenant()),
                objects, types);
        return transactions.in(viewer.tenant(), () -> {
            var where = filter.sql(query.filter());
            var found = repository.list(viewer.tenant(), viewer.scope(), where, filter.params(), order,
                    after(query.cursor()), query.limit() + 1, now);
            var items = found.subList(0, Math.min(found.size(), query.limit()));
            return new Page<>(items, found.size() > query.limit() ? cursor(items.getLast(), order) : null,
                    query.total()
                            ? repository.count(viewer.tenant(), viewer.scope(), where, filter.params(), now)
                            : null);
        });
    }

    Expectation one(Viewer viewer, UUID id) {
        return transactions.in(viewer.tenant(),
                () -> repository.byId(viewer.tenant(), viewer.scope(), id, clock.instant()))
                .orElseThrow(() -> new Misuse.NotFound("expectation", id));
    }

    /** Takes it out of the figures, for a reason that stays readable; never by the person it is expected of. */
    Expectation waive(Viewer viewer, UUID id, @Nullable String reason) {
        var said = reason == null ? "" : reason.strip();
        if (said.isEmpty() || said.length() > LONGEST_REASON || said.indexOf('\0') >= 0) {
            throw new Misuse.Refused(said.isEmpty()
                    ? Problem.at("reason", "required")
                    : Problem.at("reason", "too-long", Map.of("max", LONGEST_REASON)));
        }
        return change(viewer, id, row -> {
            if (row.mark().closedBy() != null || row.mark().cancelledAt() != null) {
                throw new Misuse.Refused(Problem.at("", "can-not-waive", Map.of("state", row.state().key())));
            }
            repository.waive(viewer.tenant(), id, viewer.person(), said, clock.instant());
        });
    }

    Expectation unwaive(Viewer viewer, UUID id) {
        return change(viewer, id, row -> {
            if (repository.unwaive(viewer.tenant(), id)) {
                ledger.settle(viewer.tenant(), row.person(), row.node());
            }
        });
    }

    private Expectation change(Viewer viewer, UUID id, java.util.function.Consumer<Expectation> change) {
        return transactions.in(viewer.tenant(), () -> {
            rows.lock(viewer.tenant(), List.of(one(viewer, id).person()));
            var row = one(viewer, id);
            if (row.person().equals(viewer.person())) {
                throw new Misuse.Refused(Problem.at("", "not-by-oneself"));
            }
            change.accept(row);
            var day = row.window().countsOn();
            ledger.changed(viewer.tenant(),
                    List.of(new Cell(row.unit(), row.node(), day, row.person(), day.withDayOfMonth(1))));
            return one(viewer, id);
        });
    }

    /** Expects a node of a person until a time, as a lead asks for it. */
    Expectation assign(Viewer viewer, Node node, UUID person, @Nullable UUID object, Instant due) {
        var tenant = tenants.byId(viewer.tenant());
        var now = clock.instant();
        if (!due.isAfter(now)) {
            throw new Misuse.Refused(Problem.at("due", "due-past"));
        }
        var version = node.current();
        var window = Window.untilDue(now, due, version, tenant.zone());
        var unit = Assignees.unitOn(directories.of(viewer.tenant()), person, window.countsOn(), tenant.dayOf(now));
        var id = Ids.next();
        ledger.expect(viewer.tenant(), List.of(new NewExpectation(id, node.id(), version.version(), person, unit,
                object, "hand:" + id, window)));
        return transactions.in(viewer.tenant(),
                () -> repository.byId(viewer.tenant(), RowScope.EVERYTHING, id, clock.instant())).orElseThrow();
    }

    private static ExpectationRepository.Order order(@Nullable String sort) {
        var word = sort == null || sort.isBlank() ? "due" : sort;
        boolean isDescending = word.startsWith("-");
        var column = COLUMNS.get(isDescending ? word.substring(1) : word);
        if (column == null) {
            throw new Misuse.Malformed(Problem.at("sort", "unknown-field", Map.of("field", word)));
        }
        return new ExpectationRepository.Order(column, column.equals("counts_on") ? "date" : "timestamptz",
                isDescending);
    }

    private static String cursor(Expectation last, ExpectationRepository.Order order) {
        var value = switch (order.column()) {
            case "due_at" -> last.window().due().toString();
            case "opens_at" -> last.window().opens().toString();
            default -> last.window().countsOn().toString();
        };
        return Base64.getUrlEncoder().withoutPadding()
                .encodeToString((value + " " + last.id()).getBytes(StandardCharsets.UTF_8));
    }

    private static ExpectationRepository.@Nullable After after(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        try {
            var parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(" ", -1);
            if (parts.length == 2 && parts[0].matches("[0-9TZ:.-]{10,40}")) {
                return new ExpectationRepository.After(parts[0], UUID.fromString(parts[1]));
            }
        } catch (IllegalArgumentException notOurs) {
            // Named below, like one of another shape.
        }
        throw new Misuse.Malformed(Problem.at("cursor", "bad-cursor"));
    }
}

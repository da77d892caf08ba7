package io.huoji.insight.metric;

import static org.assertj.core.api.Assertions.assertThat;

import io.huoji.insight.metric.LedgerForTests.Act;
import io.huoji.insight.metric.LedgerForTests.Due;
import io.huoji.platform.access.RowScope;
import io.huoji.platform.access.Viewer;
import io.huoji.platform.event.Event;
import io.huoji.platform.event.Events;
import io.huoji.platform.kernel.Ids;
import io.huoji.platform.org.Person;
import io.huoji.platform.tenant.TenantTransactions;
import io.huoji.testkit.Company;
import io.huoji.testkit.HuojiTest;
import io.huoji.testkit.TestClock;
import io.huoji.testkit.World;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Random histories of records and ledger: roll-ups kept event by event, counted anew, and counted by hand here, all agree. */
@HuojiTest
@Import(LedgerForTests.class)
class RollUpsTest {

    private static final Instant NOW = Instant.parse("2026-11-18T04:00:00Z");
    private static final LocalDate FROM = LocalDate.of(2026, 10, 1);
    private static final LocalDate TO = LocalDate.of(2026, 12, 1);

    @Autowired World world;
    @Autowired LedgerForTests ledger;
    @Autowired Events events;
    @Autowired RollUps rollUps;
    @Autowired Metrics metrics;
    @Autowired CountRepository repository;
    @Autowired io.huoji.platform.tenant.Tenants tenants;
    @Autowired TenantTransactions transactions;
    @Autowired JdbcClient jdbc;
    @Autowired DataSource dataSource;
    @Autowired JsonMapper json;
    @Autowired TestClock clock;

    private final Map<UUID, Act> acts = new LinkedHashMap<>();
    private final Map<UUID, Due> dues = new LinkedHashMap<>();
    private final List<UUID> units = new ArrayList<>();
    private final List<Person> people = new ArrayList<>();
    private final List<UUID> nodes = new ArrayList<>();

    @AfterEach
    void realTime() {
        clock.reset();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void keepsWhatAFullRecountAndACountByHandSay(long seed) {
        clock.set(NOW);
        Company company = world.newTenant();
        Random random = new Random(seed);
        live(company, random, () -> events.drain(company.tenant()));
        events.drain(company.tenant());
        var incremental = stored(company);
        assertThat(incremental).isNotEmpty();
        rollUps.rebuild(company.tenant());
        assertThat(stored(company)).isEqualTo(incremental);

        agrees(company, Viewer.system(company.tenant()));
        agrees(company, viewer(company, new RowScope(false, Set.of(units.getFirst()), Set.of(people.getLast().id()))));
        agrees(company, viewer(company, new RowScope(false, Set.of(), Set.of(people.getFirst().id()))));
        agrees(company, viewer(company, RowScope.NOTHING));
    }

    /** Late commits and full batches: events come in any order, some of them long after others of the same cell. */
    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16})
    void keepsItWhateverOrderTheQueueIsTakenIn(long seed) throws SQLException {
        clock.set(NOW);
        Company company = world.newTenant();
        Random random = new Random(seed);
        try (Connection lane = held(company)) {
            live(company, random, () -> takeSome(company, random));
            while (takeSome(company, random)) {
                Thread.onSpinWait();
            }
            lane.rollback();
        }
        var incremental = stored(company);
        assertThat(incremental).isNotEmpty();
        rollUps.rebuild(company.tenant());
        assertThat(stored(company)).isEqualTo(incremental);
    }

    /** A connection that keeps the workers off the lane of this company. */
    private Connection held(Company company) throws SQLException {
        Connection connection = dataSource.getConnection();
        connection.setAutoCommit(false);
        try (Statement sql = connection.createStatement()) {
            sql.execute("SET LOCAL app.tenant = '" + company.tenant().value() + "'");
            sql.execute("select low from lane where tenant_id = '" + company.tenant().value() + "' for update");
        }
        return connection;
    }

    /** Hands some of the waiting events over, or one after the other as after a failure; says whether there were any. */
    private boolean takeSome(Company company, Random random) {
        return transactions.in(company.tenant(), () -> {
            List<Event> waiting = jdbc.sql("select id, kind, subject_id, payload from event where tenant_id = ?")
                    .param(company.tenant().value())
                    .query((row, n) -> new Event(row.getObject(1, UUID.class), row.getString(2),
                            row.getObject(3, UUID.class), json.readTree(row.getString(4))))
                    .list();
            boolean isAddedTo = random.nextBoolean();
            List<Event> taken = waiting.stream().filter(event -> random.nextInt(3) > 0)
                    .filter(event -> !isAddedTo || event.kind().equals("record.created")).toList();
            taken.forEach(event -> jdbc.sql("delete from event where tenant_id = ? and id = ?")
                    .params(company.tenant().value(), event.id()).update());
            List<Event> wanted = taken.stream().filter(event -> rollUps.takes(event.kind())).toList();
            if (random.nextInt(4) == 0) {
                wanted.forEach(event -> rollUps.retry(company.tenant(), event));
            } else if (!wanted.isEmpty()) {
                rollUps.consume(company.tenant(), wanted);
            }
            return !waiting.isEmpty();
        });
    }

    /** Sixty steps of people doing, mending, deleting, moving and being waived. */
    private void live(Company company, Random random, Runnable work) {
        UUID table = ledger.table(company.tenant(), "acts");
        for (String code : List.of("north", "south", "west")) {
            units.add(company.unit(code, "region"));
            people.add(company.staff("p-" + code, code));
            people.add(company.staff("q-" + code, code));
        }
        nodes.add(ledger.node(company.tenant(), table, "visit"));
        nodes.add(ledger.node(company.tenant(), table, "follow-up"));
        for (int step = 0; step < 60; step++) {
            switch (random.nextInt(6)) {
                case 0, 1 -> act(company, table, random);
                case 2 -> expect(company, random);
                case 3 -> close(company, random);
                case 4 -> changeAct(company, table, random);
                default -> changeDue(company, random);
            }
            if (random.nextInt(6) == 0) {
                work.run();
            }
        }
    }

    private void act(Company company, UUID table, Random random) {
        Person person = pick(people, random);
        int needed = random.nextInt(3);
        Act act = new Act(Ids.next(), person.id(), unit(random), pick(nodes, random), instant(random),
                random.nextInt(5) == 0, level(random), random.nextInt(4) == 0 ? level(random) : null, needed,
                needed > 0 && random.nextBoolean(), false);
        acts.put(act.id(), act);
        ledger.write(company.tenant(), table, null, act);
    }

    private void expect(Company company, Random random) {
        for (int n = 0; n < 3; n++) {
            Instant due = instant(random);
            Due row = new Due(Ids.next(), pick(people, random).id(), unit(random), pick(nodes, random), due,
                    due.atZone(LedgerForTests.ZONE).toLocalDate(), null, null, false, null);
            change(company, null, row);
        }
    }

    private void close(Company company, Random random) {
        if (acts.isEmpty() || dues.isEmpty()) {
            return;
        }
        Act act = pick(List.copyOf(acts.values()), random);
        Due due = pick(List.copyOf(dues.values()), random);
        boolean taken = dues.values().stream().anyMatch(other -> act.id().equals(other.closedBy()));
        if (!taken && !act.deleted()) {
            change(company, due, due.closed(act.id(), act.at()));
        }
    }

    private void changeAct(Company company, UUID table, Random random) {
        if (acts.isEmpty()) {
            return;
        }
        Act act = pick(List.copyOf(acts.values()), random);
        Act changed = random.nextBoolean()
                ? act.deleted(!act.deleted())
                : act.moved(unit(random), instant(random), level(random));
        for (Due due : List.copyOf(dues.values())) {
            if (act.id().equals(due.closedBy())) {
                change(company, due, changed.deleted() ? due.closed(null, null) : due.closed(act.id(), changed.at()));
            }
        }
        acts.put(act.id(), changed);
        ledger.write(company.tenant(), table, act, changed);
    }

    private void changeDue(Company company, Random random) {
        if (dues.isEmpty()) {
            return;
        }
        Due due = pick(List.copyOf(dues.values()), random);
        change(company, due, switch (random.nextInt(4)) {
            case 0 -> due.waived(!due.exempt());
            case 1 -> due.inUnit(unit(random));
            case 2 -> due.cancelled(due.due().minusSeconds(random.nextInt(7200) - 3600));
            default -> due.closed(null, null);
        });
    }

    private void change(Company company, @Nullable Due before, Due after) {
        dues.put(after.id(), after);
        List<Act> rematched = new ArrayList<>();
        if (before != null && before.closedBy() != null) {
            rematched.add(Objects.requireNonNull(acts.get(before.closedBy())));
        }
        if (after.closedBy() != null) {
            rematched.add(Objects.requireNonNull(acts.get(after.closedBy())));
        }
        ledger.write(company.tenant(), before == null ? List.of() : List.of(before), List.of(after), rematched);
    }

    /** The answer in every split and grain equals the count by hand. */
    private void agrees(Company company, Viewer viewer) {
        for (Set<By> by : List.of(EnumSet.noneOf(By.class), EnumSet.of(By.UNIT), EnumSet.of(By.NODE),
                EnumSet.of(By.PERSON), EnumSet.allOf(By.class), EnumSet.of(By.UNIT, By.NODE))) {
            for (MetricQuery query : questions(by)) {
                Map<CellKey, Counts> answered = transactions.in(company.tenant(),
                        () -> repository.count(tenants.byId(company.tenant()), viewer.scope(), query,
                                RowPredicate.of(null, metrics.names(viewer)), NOW));
                assertThat(text(answered)).as("%s, %s", query, viewer.scope())
                        .isEqualTo(text(byHand(viewer.scope(), query)));
            }
        }
    }

    /** Each grain and none, over whole months, whole weeks, odd days, past and running periods. */
    private static List<MetricQuery> questions(Set<By> by) {
        List<MetricQuery> questions = new ArrayList<>();
        for (List<LocalDate> window : List.of(List.of(FROM, TO), List.of(FROM.plusDays(4), FROM.plusDays(4 + 14)),
                List.of(FROM.plusDays(2), TO.minusDays(9)), List.of(FROM, FROM.plusMonths(1)),
                List.of(LocalDate.of(2026, 11, 16), LocalDate.of(2026, 11, 23)))) {
            for (Grain grain : Grain.values()) {
                questions.add(new MetricQuery(window.getFirst(), window.getLast(), by, grain, null, null));
            }
            questions.add(new MetricQuery(window.getFirst(), window.getLast(), by, null, null, null));
        }
        return questions;
    }

    private Map<CellKey, Counts> byHand(RowScope scope, MetricQuery query) {
        Map<CellKey, Counts> cells = new HashMap<>();
        for (Due due : dues.values()) {
            if (scope.covers(due.unit(), due.person()) && !due.due().isAfter(NOW)) {
                put(cells, query, due.unit(), due.node(), due.person(), due.countsOn(), ones(due));
            }
        }
        for (Act act : acts.values()) {
            if (scope.covers(act.unit(), act.person()) && !act.deleted()) {
                put(cells, query, act.unit(), act.node(), act.person(), act.day(), ones(act));
            }
        }
        return cells;
    }

    private static void put(Map<CellKey, Counts> cells, MetricQuery query, @Nullable UUID unit, UUID node, UUID person,
            LocalDate day, Set<String> ones) {
        if (day.isBefore(query.from()) || !day.isBefore(query.to())) {
            return;
        }
        CellKey key = new CellKey(query.by().contains(By.UNIT) ? unit : null,
                query.by().contains(By.NODE) ? node : null,
                query.by().contains(By.PERSON) ? person : null,
                query.grain() == null ? null : query.grain().startOf(day));
        Counts row = Counts.of(Formulas.COLUMNS.stream().mapToInt(column -> ones.contains(column) ? 1 : 0).toArray());
        cells.merge(key, row, Counts::plus);
    }

    private Set<String> ones(Due due) {
        Set<String> ones = new java.util.HashSet<>();
        if (due.exempt()) {
            ones.add("exempt");
        }
        Instant cancelled = due.cancelledAt();
        if (due.exempt() || (cancelled != null && cancelled.isBefore(due.due()))) {
            return ones;
        }
        ones.add("expected");
        if (due.closedBy() != null) {
            Act act = Objects.requireNonNull(acts.get(due.closedBy()));
            ones.add("done");
            if (!act.at().isAfter(due.due())) {
                ones.add("on_time");
            }
            if (act.complete() || act.needed() == 0) {
                ones.add("proven");
            }
        }
        return ones;
    }

    private Set<String> ones(Act act) {
        Set<String> ones = new java.util.HashSet<>(Set.of("actions"));
        Due closes = dues.values().stream().filter(due -> act.id().equals(due.closedBy())).findFirst().orElse(null);
        if (closes == null) {
            ones.add("unplanned");
        }
        if (act.late()) {
            ones.add("late");
        }
        String level = act.leadLevel() == null ? act.level() : act.leadLevel();
        if (level != null) {
            ones.addAll(List.of("rated", level.toLowerCase(java.util.Locale.ROOT)));
        }
        if (act.needed() > 0) {
            ones.add("key_actions");
            if (act.complete()) {
                ones.add("complete");
            }
        }
        return ones;
    }

    /** Without complete_on_time, which needs the hour the evidence came, and without empty cells. */
    private static Map<String, String> text(Map<CellKey, Counts> cells) {
        return cells.entrySet()
                .stream()
                .filter(cell -> !cell.getValue().isEmpty())
                .collect(Collectors.toMap(cell -> cell.getKey().toString(),
                        cell -> Formulas.COLUMNS.stream()
                                .filter(column -> !column.equals("complete_on_time"))
                                .map(column -> column + "=" + cell.getValue().of(column))
                                .collect(Collectors.joining(" ")),
                        (one, other) -> one, TreeMap::new));
    }

    private Map<String, String> stored(Company company) {
        Map<String, String> rows = new TreeMap<>();
        String sum = String.join(" + ", Formulas.COLUMNS);
        for (String table : List.of("unit_day", "unit_period", "person_month")) {
            transactions.run(company.tenant(),
                    () -> jdbc.sql("select * from " + table + " where tenant_id = ? and " + sum + " > 0")
                            .param(company.tenant().value())
                            .query()
                            .listOfRows()
                            .forEach(row -> rows.put(table + row.values().stream().skip(1).limit(4).toList(),
                                    row.toString())));
        }
        return rows;
    }

    private Viewer viewer(Company company, RowScope scope) {
        Viewer system = Viewer.system(company.tenant());
        return new Viewer(system.tenant(), system.caller(), null, system.permissions(), scope, system.kind());
    }

    private @Nullable UUID unit(Random random) {
        return random.nextInt(12) == 0 ? null : pick(units, random);
    }

    private static @Nullable String level(Random random) {
        int choice = random.nextInt(4);
        return choice == 3 ? null : List.of("MET", "IMPROVE", "SUPPORT").get(choice);
    }

    /** Within eight weeks around now, often today. */
    private static Instant instant(Random random) {
        return random.nextInt(4) == 0
                ? NOW.plusSeconds(random.nextInt(86_400) - 43_200)
                : NOW.minusSeconds(random.nextInt(45 * 86_400));
    }

    private static <T> T pick(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }
}

package io.huoji.performance.action;

import static io.huoji.performance.action.ActionWorld.onEvent;
import static org.assertj.core.api.Assertions.assertThat;

import io.huoji.performance.action.Matching.Act;
import io.huoji.performance.action.Matching.Row;
import io.huoji.platform.kernel.Ids;
import io.huoji.platform.table.RecordRow;
import io.huoji.platform.table.RecordWrite;
import io.huoji.platform.table.Source;
import io.huoji.platform.table.Statement;
import io.huoji.platform.tenant.TenantId;
import io.huoji.platform.tenant.TenantTransactions;
import io.huoji.testkit.HuojiTest;
import io.huoji.testkit.World;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.node.JsonNodeFactory;

/** What stands in the ledger is what matching says of the sets, whatever came first and by whichever path. */
@HuojiTest
class SettlementTest {

    private static final Instant BEGIN = Instant.parse("2017-01-02T01:00:00Z");

    @Autowired World testWorld;
    @Autowired JdbcTemplate jdbc;
    @Autowired ActionParticipant participant;
    @Autowired TenantTransactions transactions;
    @Autowired Nodes nodes;
    @Autowired Ledger ledger;
    ActionWorld world;
    TenantId tenant;
    UUID person;
    UUID node;
    UUID table;
    final Map<UUID, RecordRow> records = new HashMap<>();

    @BeforeEach
    void aNodeAfterAnEvent() {
        world = new ActionWorld(testWorld.newTenant());
        tenant = world.company.tenant();
        world.node("close-loop", onEvent("PT10H"), "grace", "PT2H").expect(201);
        node = java.util.Objects.requireNonNull(nodes.byKey(tenant, "close-loop")).id();
        table = java.util.Objects.requireNonNull(nodes.byId(tenant, node)).table();
        person = UUID.fromString(world.admin.get("/people?q=moses").items().getFirst().path("id").asString());
        records.clear();
    }

    @Test
    void matchesARecordThatCameBeforeItsEvent() {
        var record = row(object("D-1"), 3);
        arrive(record);
        assertThat(closed()).isEmpty();
        world.event("D-1", "moses", BEGIN.toString()).expect(201);
        assertThat(closed()).containsValue(record.id());
        assertThat(world.states()).containsExactly("done");
    }

    @Test
    void leavesADealOfSomebodyElseAlone() {
        world.event("D-1", "moses", BEGIN.toString()).expect(201);
        arrive(row(object("D-2"), 3));
        arrive(row(null, 3));
        assertThat(closed()).isEmpty();
        arrive(row(object("D-1"), 11));
        arrive(row(object("D-1"), 12));
        assertThat(world.states()).containsExactly("done");
    }

    @Test
    void isLateAfterTheGraceOnly() {
        world.event("D-1", "moses", BEGIN.toString()).expect(201);
        world.event("D-2", "moses", BEGIN.toString()).expect(201);
        arrive(row(object("D-1"), 12));
        arrive(row(object("D-2"), 13));
        assertThat(world.states()).containsExactlyInAnyOrder("done", "doneLate");
    }

    /** Submissions, late arrivals, edits, deletes, restores, events and assignments in random order. */
    @RepeatedTest(25)
    void equalsTheMatchingOfTheSetsAfterAnyHistory(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var objects = List.of(object("A"), object("B"));
        for (int step = 0; step < 25; step++) {
            switch (random.nextInt(8)) {
                case 0 -> event("E" + step, random.nextBoolean() ? "A" : "B", at(random.nextInt(30)));
                case 1 -> ledger.expect(tenant, List.of(general(random.nextInt(30), 1 + random.nextInt(9))));
                case 2, 3, 4 -> arrive(row(random.nextInt(3) == 0 ? null : objects.get(random.nextInt(2)),
                        random.nextInt(40)));
                case 5 -> any(random).ifPresent(record -> change(record, moved(record, random.nextInt(40))));
                case 6 -> any(random).ifPresent(record -> change(record, deleted(record, !record.isDeleted())));
                default -> {
                    var at = random.nextInt(40);
                    arriveTogether(List.of(row(objects.getFirst(), at), row(null, 40 - at)));
                }
            }
            assertThat(closed()).isEqualTo(expected());
        }
    }

    @RepeatedTest(3)
    void keepsTheMatchingUnderConcurrency() throws Exception {
        List<Future<Integer>> runs = new ArrayList<>();
        var go = new CountDownLatch(1);
        var object = object("A");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 12; i++) {
                int number = i;
                runs.add(threads.submit(() -> {
                    go.await();
                    if (number % 3 == 0) {
                        ledger.expect(tenant, List.of(general(number, 5)));
                    } else {
                        arrive(row(number % 2 == 0 ? object : null, number * 2));
                    }
                    return number;
                }));
            }
            go.countDown();
            for (var run : runs) {
                run.get(30, TimeUnit.SECONDS);
            }
        }
        assertThat(records).hasSize(8);
        assertThat(closed()).hasSizeGreaterThan(1).isEqualTo(expected());
    }

    private void event(String id, String object, Instant at) {
        world.admin.post("/events", Map.of("source", "crm", "id", id, "type", "opportunity.engaged", "occurredAt",
                at.toString(), "actor", "moses", "object", Map.of("type", "opportunity", "externalId", object)))
                .expect(201);
    }

    private NewExpectation general(int opens, int hours) {
        var version = java.util.Objects.requireNonNull(nodes.byId(tenant, node)).current();
        var id = Ids.next();
        return new NewExpectation(id, node, version.version(), person, null, null, "hand:" + id,
                Window.untilDue(at(opens), at(opens + hours), version, java.time.ZoneId.of("Asia/Shanghai")));
    }

    private UUID object(String externalId) {
        world.admin.put("/objects/opportunity/" + externalId, Map.of("name", externalId));
        return UUID.fromString(world.admin.get("/objects/opportunity/" + externalId).at("id"));
    }

    private static Instant at(int hour) {
        return BEGIN.plusSeconds(hour * 3600L);
    }

    private RecordRow row(@Nullable UUID object, int hour) {
        return new RecordRow(Ids.next(), table, new RecordRow.Who(person, null, node, 1, object),
                new RecordRow.Times(at(hour), at(hour), at(hour), false), new RecordRow.Levels(null, null),
                RecordRow.Proof.NONE, RecordRow.NO_CONFIRMATION, new RecordRow.Origin(Source.API, null, null),
                JsonNodeFactory.instance.objectNode(),
                new RecordRow.Trace(1, at(hour), null, at(hour), null, null, null));
    }

    private static RecordRow moved(RecordRow row, int hour) {
        return row.effective(at(hour), false);
    }

    private static RecordRow deleted(RecordRow row, boolean isDeleted) {
        return row.with(new RecordRow.Trace(2, row.updatedAt(), null, row.updatedAt(), null,
                isDeleted ? row.updatedAt() : null, null));
    }

    private java.util.Optional<RecordRow> any(Random random) {
        return records.values().stream().sorted(java.util.Comparator.comparing(RecordRow::id)).skip(
                records.isEmpty() ? 0 : random.nextInt(records.size())).findFirst();
    }

    /** The fast path: what is beside the insert runs first and guards itself; only what is not the newest is settled. */
    private void arrive(RecordRow row) {
        transactions.run(tenant, () -> {
            run(Statement.of("select id from person where tenant_id = ? and id = ? for no key update", tenant.value(),
                    person));
            participant.beside(tenant, row).forEach(this::run);
            boolean isNewest = isNewest(row);
            insert(row);
            if (!isNewest) {
                participant.settle(tenant, List.of(new RecordWrite(null, row)));
            }
        });
        synchronized (records) {
            records.put(row.id(), row);
        }
    }

    private boolean isNewest(RecordRow row) {
        var newest = io.huoji.platform.table.RecordGroup.isNewest(tenant, row);
        return Boolean.TRUE.equals(jdbc.queryForObject("select " + newest.sql(), Boolean.class, bound(newest)));
    }

    private void arriveTogether(List<RecordRow> rows) {
        transactions.run(tenant, () -> {
            rows.forEach(this::insert);
            participant.settle(tenant, rows.stream().map(row -> new RecordWrite(null, row)).toList());
        });
        rows.forEach(row -> records.put(row.id(), row));
    }

    private void change(RecordRow before, RecordRow after) {
        transactions.run(tenant, () -> {
            jdbc.update("update record set effective_at = ?, deleted_at = ? where tenant_id = ? and id = ?",
                    utc(after.effectiveAt()), utc(after.trace().deletedAt()), tenant.value(), after.id());
            participant.settle(tenant, List.of(new RecordWrite(before, after)));
        });
        records.put(after.id(), after);
    }

    private void insert(RecordRow row) {
        jdbc.update("""
                insert into record (tenant_id, id, table_id, subject_id, kind_id, kind_version, object_id, occurred_at,
                                    received_at, effective_at, source, created_at, updated_at)
                values (?, ?, ?, ?, ?, 1, ?, ?, ?, ?, 'api', ?, ?)
                """, tenant.value(), row.id(), table, person, node, row.object(), utc(row.effectiveAt()),
                utc(row.effectiveAt()), utc(row.effectiveAt()), utc(row.effectiveAt()), utc(row.effectiveAt()));
    }

    private void run(Statement statement) {
        jdbc.execute(statement.sql(), (PreparedStatement prepared) -> {
            var bound = bound(statement);
            for (int i = 0; i < bound.length; i++) {
                prepared.setObject(i + 1, bound[i]);
            }
            return prepared.execute();
        });
    }

    private static @Nullable Object[] bound(Statement statement) {
        return statement.params().stream().map(value -> value instanceof Instant instant ? utc(instant) : value)
                .toArray();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private Map<UUID, UUID> closed() {
        Map<UUID, UUID> closed = new HashMap<>();
        transactions.run(tenant, () -> jdbc.query(
                "select id, closed_by from expectation where tenant_id = ? and closed_by is not null",
                row -> {
                    closed.put(row.getObject(1, UUID.class), row.getObject(2, UUID.class));
                }, tenant.value()));
        return closed;
    }

    /** Matching of everything that is there now. */
    private Map<UUID, UUID> expected() {
        List<Row> rows = new ArrayList<>();
        transactions.run(tenant, () -> jdbc.query("""
                select id, object_id, opens_at, due_at, grace_until, closes_at from expectation where tenant_id = ?
                """, row -> {
            rows.add(new Row(row.getObject(1, UUID.class), row.getObject(2, UUID.class),
                    row.getObject(3, OffsetDateTime.class).toInstant(),
                    row.getObject(4, OffsetDateTime.class).toInstant(),
                    row.getObject(5, OffsetDateTime.class).toInstant(), null));
        }, tenant.value()));
        var acts = records.values().stream().filter(record -> !record.isDeleted())
                .map(record -> new Act(record.id(), record.object(), record.effectiveAt())).toList();
        return Matching.match(rows, acts).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, pair -> pair.getValue().id()));
    }
}

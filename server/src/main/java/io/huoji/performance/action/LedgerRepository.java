package io.huoji.performance.action;

import io.huoji.platform.table.Cell;
import io.huoji.platform.tenant.Tenant;
import io.huoji.platform.tenant.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Statements over the ledger; each takes a set. */
@Repository
class LedgerRepository {

    /** What settles together: the rows and actions of one person and node. */
    record Group(UUID person, UUID node) {}

    /** A row of the ledger with what closes it now. */
    record Entry(Group group, Matching.Row row, @Nullable UUID closedBy, @Nullable Instant closedAt, Cell cell) {}

    /** An action of a group, with where it counts by the local day of its effective time. */
    record Deed(Group group, Matching.Act act, Cell cell) {}

    /** What closes a row from now on. */
    record Close(UUID row, @Nullable UUID by, @Nullable Instant at) {}

    private static final String GROUPS = """
            unnest(cast(:people as uuid[]), cast(:nodes as uuid[])) as g(person_id, node_id)""";

    private final JdbcClient jdbc;

    LedgerRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whoever changes records or expectations of a person holds that person's row: so their matching happens in turn. */
    void lock(TenantId tenant, Collection<UUID> people) {
        jdbc.sql("""
                select id from person where tenant_id = :tenant and id = any(cast(:people as uuid[]))
                order by id for no key update
                """)
                .param("tenant", tenant.value())
                .param("people", people.stream().sorted(Matching.BY_ID).toArray(UUID[]::new))
                .query((row, number) -> number)
                .list();
    }

    /** Adds those that are not there yet; answers where the added ones count. */
    List<Cell> insert(TenantId tenant, List<NewExpectation> rows, Instant now) {
        return jdbc.sql("""
                insert into expectation (tenant_id, id, node_id, node_version, person_id, unit_id, object_id, origin,
                                         opens_at, due_at, grace_until, closes_at, due_soon_at, counts_on, created_at)
                select :tenant, d.*, :now
                from unnest(cast(:ids as uuid[]), cast(:nodes as uuid[]), cast(:versions as int[]),
                            cast(:people as uuid[]), cast(:units as uuid[]), cast(:objects as uuid[]),
                            cast(:origins as text[]), cast(:opens as timestamptz[]), cast(:dues as timestamptz[]),
                            cast(:graces as timestamptz[]), cast(:closes as timestamptz[]),
                            cast(:soons as timestamptz[]), cast(:days as date[])) as d
                on conflict (tenant_id, node_id, person_id, origin) do nothing
                returning unit_id, node_id, counts_on, person_id
                """)
                .param("tenant", tenant.value())
                .param("now", AnchorRepository.utc(now))
                .param("ids", rows.stream().map(NewExpectation::id).toArray(UUID[]::new))
                .param("nodes", rows.stream().map(NewExpectation::node).toArray(UUID[]::new))
                .param("versions", rows.stream().map(NewExpectation::nodeVersion).toArray(Integer[]::new))
                .param("people", rows.stream().map(NewExpectation::person).toArray(UUID[]::new))
                .param("units", rows.stream().map(NewExpectation::unit).toArray(UUID[]::new))
                .param("objects", rows.stream().map(NewExpectation::object).toArray(UUID[]::new))
                .param("origins", rows.stream().map(NewExpectation::origin).toArray(String[]::new))
                .param("opens", rows.stream().map(row -> row.window().opens().toString()).toArray(String[]::new))
                .param("dues", rows.stream().map(row -> row.window().due().toString()).toArray(String[]::new))
                .param("graces", rows.stream().map(row -> row.window().graceUntil().toString()).toArray(String[]::new))
                .param("closes", rows.stream().map(row -> text(row.window().closes())).toArray(String[]::new))
                .param("soons", rows.stream().map(row -> row.window().dueSoon().toString()).toArray(String[]::new))
                .param("days", rows.stream().map(row -> row.window().countsOn().toString()).toArray(String[]::new))
                .query(LedgerRepository::cell)
                .list();
    }

    /** Rows that can be closed. */
    List<Entry> entries(TenantId tenant, Collection<Group> groups) {
        return groups(tenant, groups, jdbc.sql("""
                select x.id, x.person_id, x.node_id, x.object_id, x.opens_at, x.due_at, x.grace_until, x.closes_at,
                       x.closed_by, x.closed_at, x.unit_id, x.counts_on
                from expectation x join %s on g.person_id = x.person_id and g.node_id = x.node_id
                where x.tenant_id = :tenant and x.exempt_at is null and x.cancelled_at is null
                """.formatted(GROUPS)))
                .query(LedgerRepository::entry)
                .list();
    }

    /** Actions that can close a row: there, and confirmed where that is needed. */
    List<Deed> deeds(Tenant tenant, Collection<Group> groups) {
        return groups(tenant.id(), groups, jdbc.sql("""
                select r.id, r.subject_id, r.kind_id, r.object_id, r.effective_at, r.unit_id
                from record r join %s on g.person_id = r.subject_id and g.node_id = r.kind_id
                where r.tenant_id = :tenant and r.deleted_at is null and r.effective_at is not null
                  and r.confirmation in ('none', 'confirmed')
                """.formatted(GROUPS)))
                .query((row, number) -> deed(row, tenant))
                .list();
    }

    private static Deed deed(ResultSet row, Tenant tenant) throws SQLException {
        var group = new Group(row.getObject("subject_id", UUID.class), row.getObject("kind_id", UUID.class));
        var at = instant(row, "effective_at");
        var day = tenant.dayOf(at);
        return new Deed(group,
                new Matching.Act(row.getObject("id", UUID.class), row.getObject("object_id", UUID.class), at),
                new Cell(row.getObject("unit_id", UUID.class), group.node(), day, group.person(),
                        day.withDayOfMonth(1)));
    }

    void close(TenantId tenant, List<Close> closes) {
        jdbc.sql("""
                update expectation x set closed_by = d.closed_by, closed_at = d.closed_at
                from unnest(cast(:ids as uuid[]), cast(:records as uuid[]), cast(:times as timestamptz[]))
                     as d(id, closed_by, closed_at)
                where x.tenant_id = :tenant and x.id = d.id
                """)
                .param("tenant", tenant.value())
                .param("ids", closes.stream().map(Close::row).toArray(UUID[]::new))
                .param("records", closes.stream().map(Close::by).toArray(UUID[]::new))
                .param("times", closes.stream().map(close -> text(close.at())).toArray(String[]::new))
                .update();
    }

    /** Those of these people who did the node at or after an instant. */
    Set<UUID> doersSince(TenantId tenant, UUID node, Collection<UUID> people, Instant since) {
        return Set.copyOf(jdbc.sql("""
                select distinct subject_id from record
                where tenant_id = :tenant and kind_id = :node and subject_id = any(cast(:people as uuid[]))
                  and effective_at >= :since and deleted_at is null
                """)
                .param("tenant", tenant.value())
                .param("node", node)
                .param("people", people.toArray(UUID[]::new))
                .param("since", AnchorRepository.utc(since))
                .query((row, number) -> row.getObject(1, UUID.class))
                .list());
    }

    /** Cancels what is still open of a node, or of a person where the node is null; answers where it counted. */
    List<Cell> cancelOpen(TenantId tenant, @Nullable UUID node, @Nullable UUID person, Instant now) {
        return jdbc.sql("""
                update expectation set cancelled_at = :now
                where tenant_id = :tenant and closed_by is null and exempt_at is null and cancelled_at is null
                  and due_at > :now
                  and (cast(:node as uuid) is null or node_id = cast(:node as uuid))
                  and (cast(:person as uuid) is null or person_id = cast(:person as uuid))
                returning unit_id, node_id, counts_on, person_id
                """)
                .param("tenant", tenant.value())
                .param("node", node)
                .param("person", person)
                .param("now", AnchorRepository.utc(now))
                .query(LedgerRepository::cell)
                .list();
    }

    private static JdbcClient.StatementSpec groups(TenantId tenant, Collection<Group> groups,
            JdbcClient.StatementSpec statement) {
        return statement.param("tenant", tenant.value())
                .param("people", groups.stream().map(Group::person).toArray(UUID[]::new))
                .param("nodes", groups.stream().map(Group::node).toArray(UUID[]::new));
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        var closedAt = row.getObject("closed_at", OffsetDateTime.class);
        return new Entry(
                new Group(row.getObject("person_id", UUID.class), row.getObject("node_id", UUID.class)),
                new Matching.Row(row.getObject("id", UUID.class), row.getObject("object_id", UUID.class),
                        instant(row, "opens_at"), instant(row, "due_at"), instant(row, "grace_until"),
                        row.getObject("closes_at") == null ? null : instant(row, "closes_at")),
                row.getObject("closed_by", UUID.class), closedAt == null ? null : closedAt.toInstant(),
                cell(row, number));
    }

    /** Where a row counts: its unit on its day, its person in that month. */
    static Cell cell(ResultSet row, int number) throws SQLException {
        var day = row.getObject("counts_on", LocalDate.class);
        return new Cell(row.getObject("unit_id", UUID.class), row.getObject("node_id", UUID.class), day,
                row.getObject("person_id", UUID.class), day.withDayOfMonth(1));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }
}

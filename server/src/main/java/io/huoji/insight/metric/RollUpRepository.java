package io.huoji.insight.metric;

import io.huoji.platform.tenant.Tenant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Recounts roll-up cells from record and expectation. The same two statements serve the worker (keys given) and a rebuild
 * (every key there is); a cell that has become empty is written as zeros.
 */
@Repository
class RollUpRepository {

    /** Figures of the ledger and of the records, as the metrics define them; k is the cell. */
    private static final String COUNTS = """
            left join lateral (
                select count(*) filter (where counts) as expected,
                       count(*) filter (where counts and closed_at <= grace_until) as on_time,
                       count(*) filter (where counts and closed_by is not null) as done,
                       count(*) filter (where exempt) as exempt,
                       count(*) filter (where counts and closed_by is not null and complete) as proven
                from (select e.closed_at, e.closed_by, e.grace_until, r.evidence_complete as complete,
                             e.exempt_at is not null as exempt,
                             e.exempt_at is null and (e.cancelled_at is null or e.cancelled_at >= e.due_at) as counts
                      from expectation e
                      left join record r on r.tenant_id = e.tenant_id and r.id = e.closed_by
                      where e.tenant_id = :tenant and LEDGER_OF_CELL) ledger) l on true
            left join lateral (
                select count(*) as actions,
                       count(*) filter (where not planned) as unplanned,
                       count(*) filter (where late) as late,
                       count(band) as rated,
                       count(*) filter (where band = 'MET') as met,
                       count(*) filter (where band = 'IMPROVE') as improve,
                       count(*) filter (where band = 'SUPPORT') as support,
                       count(*) filter (where evidence_needed > 0) as key_actions,
                       count(*) filter (where evidence_needed > 0 and evidence_complete) as complete,
                       count(*) filter (where evidence_needed > 0 and evidence_complete
                                        and evidence_complete_at <= coalesce(grace_until, received_at)) as complete_on_time
                from (select r.late, coalesce(r.lead_level, r.level) as band, r.evidence_needed, r.evidence_complete,
                             r.evidence_complete_at, r.received_at, e.grace_until, e.id is not null as planned
                      from record r
                      left join expectation e on e.tenant_id = r.tenant_id and e.closed_by = r.id
                      where r.tenant_id = :tenant and RECORDS_OF_CELL
                        and r.deleted_at is null and r.confirmation in ('none', 'confirmed')) acts) a on true
            """;

    private static final String COLUMNS = """
            expected, on_time, done, exempt, proven, actions, unplanned, late, rated, met, improve, support,
            key_actions, complete, complete_on_time""";

    private static final String UNIT_DAY = upsert("unit_day", "unit_id, node_id, day", """
            e.unit_id = k.unit_id and e.node_id = k.node_id and e.counts_on = k.day""", """
            r.unit_id = k.unit_id and r.kind_id = k.node_id
            and r.effective_at >= k.day::timestamp at time zone :zone
            and r.effective_at < (k.day + 1)::timestamp at time zone :zone""");

    private static final String PERSON_MONTH = upsert("person_month", "person_id, node_id, month", """
            e.person_id = k.person_id and e.node_id = k.node_id
            and e.counts_on >= k.month and e.counts_on < (k.month + interval '1 month')::date""", """
            r.subject_id = k.person_id and r.kind_id = k.node_id
            and r.effective_at >= k.month::timestamp at time zone :zone
            and r.effective_at < (k.month + interval '1 month')::timestamp at time zone :zone""");

    private final JdbcClient jdbc;

    RollUpRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private static String upsert(String table, String keys, String ofLedger, String ofRecords) {
        String assignments = String.join(", ", Arrays.stream(COLUMNS.split(",\\s*"))
                .map(column -> column + " = excluded." + column).toList());
        return "insert into " + table + " (tenant_id, " + keys + ", " + COLUMNS + ") select :tenant, " + keys + ", "
                + COLUMNS
                + " from (%s) k " + COUNTS.replace("LEDGER_OF_CELL", ofLedger).replace("RECORDS_OF_CELL", ofRecords)
                + " order by " + keys
                + " on conflict (tenant_id, " + keys + ") do update set " + assignments;
    }

    void recountUnitDays(Tenant tenant, List<Cells.UnitDay> cells) {
        recount(UNIT_DAY.formatted("""
                select * from unnest(cast(:units as uuid[]), cast(:nodes as uuid[]), cast(:days as date[]))
                as given(unit_id, node_id, day)"""), tenant, Map.of(
                "units", ids(cells, Cells.UnitDay::unit),
                "nodes", ids(cells, Cells.UnitDay::node),
                "days", cells.stream().map(Cells.UnitDay::day).toArray(LocalDate[]::new)));
    }

    void recountPersonMonths(Tenant tenant, List<Cells.PersonMonth> cells) {
        recount(PERSON_MONTH.formatted("""
                select * from unnest(cast(:people as uuid[]), cast(:nodes as uuid[]), cast(:months as date[]))
                as given(person_id, node_id, month)"""), tenant, Map.of(
                "people", ids(cells, Cells.PersonMonth::person),
                "nodes", ids(cells, Cells.PersonMonth::node),
                "months", cells.stream().map(Cells.PersonMonth::month).toArray(LocalDate[]::new)));
    }

    /** Counts everything anew; cells that nothing stands behind any more are gone. */
    void rebuild(Tenant tenant) {
        jdbc.sql("delete from unit_day where tenant_id = ?").param(tenant.id().value()).update();
        jdbc.sql("delete from person_month where tenant_id = ?").param(tenant.id().value()).update();
        recount(UNIT_DAY.formatted("""
                select unit_id, node_id, counts_on as day from expectation
                where tenant_id = :tenant and unit_id is not null
                union select unit_id, kind_id, (effective_at at time zone :zone)::date from record
                where tenant_id = :tenant and unit_id is not null and kind_id is not null and deleted_at is null"""),
                tenant,
                Map.of());
        recount(PERSON_MONTH.formatted("""
                select person_id, node_id, date_trunc('month', counts_on)::date as month from expectation
                where tenant_id = :tenant
                union select subject_id, kind_id, date_trunc('month', effective_at at time zone :zone)::date from record
                where tenant_id = :tenant and subject_id is not null and kind_id is not null and deleted_at is null"""),
                tenant, Map.of());
    }

    private void recount(String sql, Tenant tenant, Map<String, Object> keys) {
        jdbc.sql(sql).param("tenant", tenant.id().value()).param("zone", tenant.zone().getId()).params(keys).update();
    }

    /** Where the expectations count that these records close. */
    void addClosed(Tenant tenant, List<UUID> records, Cells cells) {
        jdbc.sql("""
                select unit_id, node_id, counts_on, person_id from expectation
                where tenant_id = :tenant and closed_by = any(:records)
                """)
                .param("tenant", tenant.id().value()).param("records", records.toArray(UUID[]::new))
                .query(row -> {
                    LocalDate day = row.getObject("counts_on", LocalDate.class);
                    cells.add(row.getObject("unit_id", UUID.class), row.getObject("node_id", UUID.class), day,
                            row.getObject("person_id", UUID.class), day);
                });
    }

    private static <T> UUID[] ids(List<T> cells, Function<T, UUID> part) {
        return cells.stream().map(part).toArray(UUID[]::new);
    }
}

package io.huoji.insight.metric;

import io.huoji.platform.tenant.Tenant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Counts roll-up cells from record and expectation. The same statements serve the worker (keys given) and a rebuild (every key
 * there is), but for weeks and months, which a rebuild sums in one go; a cell that has become empty is written as zeros. New
 * records are added to their cells instead, at the price of the record and not of the cell.
 */
@Repository
class RollUpRepository {

    private static final String COLUMNS = String.join(", ", Formulas.COLUMNS);

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

    /** Weeks and months are sums of their days, whose cells have been counted before. */
    private static final String UNIT_PERIOD = """
            insert into unit_period (tenant_id, grain, start, unit_id, node_id, COLUMNS)
            select :tenant, grain, start, unit_id, node_id, COLUMNS
            from (select distinct unit_id, node_id, grain, date_trunc(grain, day::timestamp)::date as start
                  from (%s) k cross join (values ('week'), ('month')) grains(grain)) p
            cross join lateral (
                select SUMS from unit_day d
                where d.tenant_id = :tenant and d.unit_id = p.unit_id and d.node_id = p.node_id and d.day >= p.start
                  and d.day < (p.start + ('1 ' || grain)::interval)::date) summed
            order by grain, start, unit_id, node_id
            on conflict (tenant_id, grain, start, unit_id, node_id) do update set ASSIGNMENTS
            """
            .replace("COLUMNS", COLUMNS)
            .replace("SUMS", Formulas.sums(Formulas.COLUMNS))
            .replace("ASSIGNMENTS", assignments());

    /** All of them at once, from all days. */
    private static final String EVERY_UNIT_PERIOD = """
            insert into unit_period (tenant_id, grain, start, unit_id, node_id, COLUMNS)
            select :tenant, grain, date_trunc(grain, day::timestamp)::date, unit_id, node_id, SUMS
            from unit_day cross join (values ('week'), ('month')) grains(grain)
            where tenant_id = :tenant
            group by 2, 3, 4, 5
            """
            .replace("COLUMNS", COLUMNS)
            .replace("SUMS", Formulas.sums(Formulas.COLUMNS));

    /** What the events name, and where the expectations count that their records close. */
    private static final String TOUCHED_UNIT_DAYS = """
            select * from unnest(cast(:units as uuid[]), cast(:nodes as uuid[]), cast(:days as date[]))
            as given(unit_id, node_id, day)
            union select unit_id, node_id, counts_on from expectation
            where tenant_id = :tenant and closed_by = any(:records) and unit_id is not null""";

    private static final String TOUCHED_PERSON_MONTHS = """
            select * from unnest(cast(:people as uuid[]), cast(:personNodes as uuid[]), cast(:months as date[]))
            as given(person_id, node_id, month)
            union select person_id, node_id, date_trunc('month', counts_on)::date from expectation
            where tenant_id = :tenant and closed_by = any(:records)""";

    /** The days first, then the weeks and months that hold them; one string, so one round trip. */
    private static final String TOUCHED = String.join(";\n", UNIT_DAY.formatted(TOUCHED_UNIT_DAYS),
            UNIT_PERIOD.formatted(TOUCHED_UNIT_DAYS), PERSON_MONTH.formatted(TOUCHED_PERSON_MONTHS));

    /** What new records add: themselves, and the closing of their expectations, which were counted as expected before. */
    private static final String ADD = """
            with ones as materialized (
                RECORDS
                union all
                select unit_id, node_id, person_id, day, CLOSING from (LEDGER) closed
            ), unit_days as (
                insert into unit_day (tenant_id, unit_id, node_id, day, COLUMNS)
                select :tenant, unit_id, node_id, day, SUMS from ones where unit_id is not null
                group by unit_id, node_id, day order by unit_id, node_id, day
                on conflict (tenant_id, unit_id, node_id, day) do update set ADDED_TO_unit_day
            ), unit_periods as (
                insert into unit_period (tenant_id, grain, start, unit_id, node_id, COLUMNS)
                select :tenant, grain, date_trunc(grain, day::timestamp)::date, unit_id, node_id, SUMS
                from ones cross join (values ('week'), ('month')) grains(grain) where unit_id is not null
                group by 2, 3, 4, 5 order by 2, 3, 4, 5
                on conflict (tenant_id, grain, start, unit_id, node_id) do update set ADDED_TO_unit_period
            )
            insert into person_month (tenant_id, person_id, node_id, month, COLUMNS)
            select :tenant, person_id, node_id, date_trunc('month', day::timestamp)::date, SUMS
            from ones where person_id is not null
            group by 2, 3, 4 order by 2, 3, 4
            on conflict (tenant_id, person_id, node_id, month) do update set ADDED_TO_person_month
            """
            .replace("RECORDS", Formulas.recordRows("r.id = any(:records)"))
            .replace("LEDGER", Formulas.ledgerRows("e.closed_by = any(:records)"))
            .replace("CLOSING", closing())
            .replace("COLUMNS", COLUMNS)
            .replace("SUMS", Formulas.sums(Formulas.COLUMNS))
            .replace("ADDED_TO_unit_day", added("unit_day"))
            .replace("ADDED_TO_unit_period", added("unit_period"))
            .replace("ADDED_TO_person_month", added("person_month"));

    private final JdbcClient jdbc;

    RollUpRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One statement for any number of cells; %s stands for where the keys come from. */
    private static String upsert(String table, String keys, String ofLedger, String ofRecords) {
        return """
                insert into TABLE (tenant_id, KEYS, COLUMNS)
                select :tenant, KEYS, COLUMNS from (%s) k
                left join lateral (select SUMS from (LEDGER union all RECORDS) ones) counted on true
                order by KEYS
                on conflict (tenant_id, KEYS) do update set ASSIGNMENTS
                """
                .replace("TABLE", table)
                .replace("KEYS", keys)
                .replace("COLUMNS", COLUMNS)
                .replace("SUMS", Formulas.sums(Formulas.COLUMNS))
                .replace("LEDGER", Formulas.takenLedgerRows(ofLedger))
                .replace("RECORDS", Formulas.takenRecordRows(ofRecords))
                .replace("ASSIGNMENTS", assignments());
    }

    private static String assignments() {
        return Formulas.COLUMNS.stream()
                .map(column -> column + " = excluded." + column)
                .collect(Collectors.joining(", "));
    }

    private static String added(String table) {
        return Formulas.COLUMNS.stream()
                .map(column -> "%1$s = %2$s.%1$s + excluded.%1$s".formatted(column, table))
                .collect(Collectors.joining(", "));
    }

    private static String closing() {
        Set<String> before = Set.of("expected", "exempt");
        return Formulas.COLUMNS.stream()
                .map(column -> before.contains(column) ? "0 as " + column : column)
                .collect(Collectors.joining(", "));
    }

    /** Adds what these records, each for the first time, put into the figures. */
    void add(Tenant tenant, List<UUID> records) {
        run(ADD, tenant, Map.of("records", records.toArray(UUID[]::new)));
    }

    void recount(Tenant tenant, Cells cells, List<UUID> records) {
        run(TOUCHED, tenant, Map.of("units", ids(cells.unitDays(), Cells.UnitDay::unit),
                "nodes", ids(cells.unitDays(), Cells.UnitDay::node),
                "days", days(cells.unitDays(), Cells.UnitDay::day),
                "people", ids(cells.personMonths(), Cells.PersonMonth::person),
                "personNodes", ids(cells.personMonths(), Cells.PersonMonth::node),
                "months", days(cells.personMonths(), Cells.PersonMonth::month),
                "records", records.toArray(UUID[]::new)));
    }

    /** Counts everything anew, however long it takes; cells that nothing stands behind any more are gone. */
    void rebuild(Tenant tenant) {
        jdbc.sql("SET LOCAL statement_timeout = 0").update();
        for (String table : List.of("unit_day", "unit_period", "person_month"))
            jdbc.sql("delete from " + table + " where tenant_id = ?").param(tenant.id().value()).update();
        run(UNIT_DAY.formatted("""
                select unit_id, node_id, counts_on as day from expectation
                where tenant_id = :tenant and unit_id is not null
                union select unit_id, kind_id, (effective_at at time zone :zone)::date from record
                where tenant_id = :tenant and unit_id is not null and kind_id is not null and deleted_at is null"""),
                tenant,
                Map.of());
        run(EVERY_UNIT_PERIOD, tenant, Map.of());
        run(PERSON_MONTH.formatted("""
                select person_id, node_id, date_trunc('month', counts_on)::date as month from expectation
                where tenant_id = :tenant
                union select subject_id, kind_id, date_trunc('month', effective_at at time zone :zone)::date from record
                where tenant_id = :tenant and subject_id is not null and kind_id is not null and deleted_at is null"""),
                tenant, Map.of());
    }

    private void run(String sql, Tenant tenant, Map<String, Object> keys) {
        jdbc.sql(sql).param("tenant", tenant.id().value()).param("zone", tenant.zone().getId()).params(keys).update();
    }

    private static <T> UUID[] ids(List<T> cells, Function<T, UUID> part) {
        return cells.stream().map(part).toArray(UUID[]::new);
    }

    private static <T> String[] days(List<T> cells, Function<T, LocalDate> part) {
        return cells.stream().map(part).map(LocalDate::toString).toArray(String[]::new);
    }
}

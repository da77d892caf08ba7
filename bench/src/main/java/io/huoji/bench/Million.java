package io.huoji.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** A year of a million records of the big tenant with their expectations; their figures are counted by the product. */
final class Million {

    private static final int RECORDS = 1_000_000;
    private static final int CELLS_PER_EVENT = 2_000;

    /** A v7-like id of the moment {@code at} with the number {@code n} in it. */
    private static final String ID = """
            (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7000' || '8000'
             || lpad(to_hex(n), 12, '0'))::uuid""";

    private Million() {}

    static void lay(Connection connection, Server server, Data data) throws Exception {
        try (Statement sql = connection.createStatement()) {
            sql.execute("set session_replication_role = replica; set timezone = 'Asia/Shanghai'");
            sql.execute("create temporary table act as " + acts(data.big.id()));
            sql.execute("analyze act");
            sql.execute(records().formatted(data.big.id()));
            sql.execute(expectations().formatted(data.big.id()));
            sql.execute("set session_replication_role = origin");
            tidy(sql, "record", "expectation");
            askForRecount(sql, data);
            awaitDrained(sql);
            sql.execute("cluster unit_day using unit_day_day"); // As it grows in life: day after day.
            tidy(sql, "unit_day", "unit_period", "person_month", "event");
        }
    }

    private static String acts(UUID tenant) {
        return """
                select n, %3$s as id, at, p.id as person, m.unit_id as unit, k.id as node
                from (select n, now() - interval '365 days' * (1 - n / %1$d.0) - interval '1 hour' as at,
                             (n::bigint * 7919) %% %2$d as person_number, n / %2$d %% 4 as node_number from generate_series(1, %1$d) n) a
                join (select id, tenant_id, row_number() over (order by code) - 1 as number from person
                      where tenant_id = '%4$s' and code like 't%%') p on p.number = a.person_number
                join unit_membership m on m.tenant_id = p.tenant_id and m.person_id = p.id
                join (select id, row_number() over (order by key) - 1 as number from node where tenant_id = '%4$s') k
                    on k.number = a.node_number
                """.formatted(RECORDS, Model.PEOPLE, ID, tenant);
    }

    private static String records() {
        return """
                insert into record (tenant_id, id, table_id, subject_id, unit_id, kind_id, kind_version, occurred_at, received_at,
                    effective_at, level, evidence_needed, evidence_present, evidence_complete, source, fields, created_at,
                    created_by, updated_at, updated_by)
                select '%1$s', id, (select id from data_table where tenant_id = '%1$s'), person, unit, node, 1, at, at, at,
                    (array['MET','MET','IMPROVE','SUPPORT'])[1 + n %% 4], 1, n %% 2, n %% 2 = 1, 'form',
                    jsonb_build_object('quality', (array['MET','MET','IMPROVE','SUPPORT'])[1 + n %% 4]), at, person, at, person
                from act order by at
                """;
    }

    /** Nine of ten were expected and closed by their record; one in ten was missed. */
    private static String expectations() {
        return """
                insert into expectation (tenant_id, id, node_id, node_version, person_id, unit_id, origin, opens_at, due_at,
                    grace_until, closes_at, due_soon_at, counts_on, closed_by, closed_at, created_at)
                select '%1$s', gen_random_uuid(), node, 1, person, unit, 'bench ' || n, at - interval '2 days',
                    at + interval '2 days', at + interval '2 days', at + interval '9 days', at + interval '1 day',
                    (at + interval '2 days')::date, case when n %% 10 > 0 then id end, case when n %% 10 > 0 then at end, at
                from act where n %% 20 < 18
                """;
    }

    /** Tells the product's own queue which cells have changed, as a batch of writes does. */
    private static void askForRecount(Statement sql, Data data) throws SQLException {
        String ask = """
                insert into event (tenant_id, id, kind, payload)
                select '%1$s', (lpad(to_hex((extract(epoch from now()) * 1000)::bigint), 12, '0') || '70008000'
                       || lpad(to_hex(%3$d + part), 12, '0'))::uuid, 'ledger.changed', jsonb_build_object('cells', jsonb_agg(cell))
                from (select cell, row_number() over () / %2$d as part from (%4$s) x(cell)) y group by part
                """;
        sql.execute(ask.formatted(data.big.id(), CELLS_PER_EVENT, 0, """
                select distinct jsonb_build_object('unit', unit, 'node', node, 'day', day) from (
                select unit, node, at::date as day from act union select unit, node, (at + interval '2 days')::date from act) c
                """));
        sql.execute(ask.formatted(data.big.id(), CELLS_PER_EVENT, 1_000_000, """
                select distinct jsonb_build_object('person', person, 'node', node, 'month', day, 'day', day) from (
                select person, node, date_trunc('month', at)::date as day from act
                union select person, node, date_trunc('month', at + interval '2 days')::date from act) c
                """));
    }

    static void tidy(Statement sql, String... tables) throws SQLException {
        for (String table : tables)
            sql.execute("vacuum analyze " + table);
    }

    /** Waits until no event is left. */
    static void awaitDrained(Statement sql) throws Exception {
        for (int second = 0; second < 900; second++) {
            try (ResultSet row = sql.executeQuery("select count(*) from event")) {
                row.next();
                if (row.getInt(1) == 0)
                    return;
            }
            TimeUnit.SECONDS.sleep(1);
        }
        throw new IllegalStateException("The queue did not get empty.");
    }
}

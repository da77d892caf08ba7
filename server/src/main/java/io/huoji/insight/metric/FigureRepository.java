package io.huoji.insight.metric;

import io.huoji.insight.metric.MetricQuery.By;
import io.huoji.platform.access.Viewer;
import io.huoji.platform.tenant.Tenant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Adds up figures. Where the viewer's rows are whole units they come from unit_day, minus what is not yet due; where people are
 * asked for, or the viewer's rows are people, from ledger and records themselves. Both give the same numbers.
 */
@Repository
class FigureRepository {

    private static final String COLUMNS = """
            expected, on_time, done, exempt, proven, actions, unplanned, late, rated, met, improve, support, key_actions,
            complete, complete_on_time""";

    private static final String SUMS = """
            sum(expected) as expected, sum(on_time) as on_time, sum(done) as done, sum(exempt) as exempt,
            sum(proven) as proven, sum(actions) as actions, sum(unplanned) as unplanned, sum(late) as late,
            sum(rated) as rated, sum(met) as met, sum(improve) as improve, sum(support) as support,
            sum(key_actions) as key_actions, sum(complete) as complete, sum(complete_on_time) as complete_on_time""";

    private static final String COUNTS = "e.exempt_at is null and (e.cancelled_at is null or e.cancelled_at >= e.due_at)";

    /** Kept cells, less the rows of the ledger that count on a day of the range but are not due yet. */
    private static final String KEPT = """
            select unit_id, node_id, null::uuid as person_id, day, COLUMNS
            from unit_day where tenant_id = :tenant and day >= :from and day < :to and SCOPE_OF_CELLS
            union all
            select e.unit_id, e.node_id, null, e.counts_on, -count(*) filter (where COUNTS),
                   -count(*) filter (where COUNTS and e.closed_at <= e.grace_until),
                   -count(*) filter (where COUNTS and e.closed_by is not null), -count(*) filter (where e.exempt_at is not null),
                   -count(*) filter (where COUNTS and e.closed_by is not null and r.evidence_complete),
                   0, 0, 0, 0, 0, 0, 0, 0, 0, 0
            from expectation e left join record r on r.tenant_id = e.tenant_id and r.id = e.closed_by
            where e.tenant_id = :tenant and e.counts_on >= greatest(:from, :today) and e.counts_on < :to and e.due_at > :now
              and e.unit_id is not null and SCOPE_OF_LEDGER
            group by e.unit_id, e.node_id, e.counts_on""";

    private static final String RAW = """
            select e.unit_id, e.node_id, e.person_id, e.counts_on as day, (COUNTS)::int as expected,
                   (COUNTS and coalesce(e.closed_at <= e.grace_until, false))::int as on_time,
                   (COUNTS and e.closed_by is not null)::int as done, (e.exempt_at is not null)::int as exempt,
                   (COUNTS and coalesce(r.evidence_complete, false))::int as proven, 0 as actions, 0 as unplanned, 0 as late,
                   0 as rated, 0 as met, 0 as improve, 0 as support, 0 as key_actions, 0 as complete, 0 as complete_on_time
            from expectation e left join record r on r.tenant_id = e.tenant_id and r.id = e.closed_by
            where e.tenant_id = :tenant and e.counts_on >= :from and e.counts_on < :to and e.due_at <= :now
              and SCOPE_OF_LEDGER
            union all
            select r.unit_id, r.kind_id, r.subject_id, (r.effective_at at time zone :zone)::date, 0, 0, 0, 0, 0, 1,
                   (e.id is null)::int, r.late::int, (coalesce(r.lead_level, r.level) is not null)::int,
                   coalesce((coalesce(r.lead_level, r.level) = 'MET')::int, 0),
                   coalesce((coalesce(r.lead_level, r.level) = 'IMPROVE')::int, 0),
                   coalesce((coalesce(r.lead_level, r.level) = 'SUPPORT')::int, 0), (r.evidence_needed > 0)::int,
                   (r.evidence_needed > 0 and coalesce(r.evidence_complete, false))::int,
                   (r.evidence_needed > 0 and coalesce(r.evidence_complete, false)
                    and coalesce(r.evidence_complete_at <= coalesce(e.grace_until, r.received_at), false))::int
            from record r left join expectation e on e.tenant_id = r.tenant_id and e.closed_by = r.id
            where r.tenant_id = :tenant and r.kind_id is not null
              and r.effective_at >= cast(:from as date)::timestamp at time zone :zone
              and r.effective_at < cast(:to as date)::timestamp at time zone :zone
              and r.deleted_at is null and r.confirmation in ('none', 'confirmed') and SCOPE_OF_RECORDS""";

    private final JdbcClient jdbc;

    FigureRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Figures by what the query splits by; the unit is always the one the rows stand on. */
    Map<FigureKey, Figures> sum(Viewer viewer, Tenant tenant, MetricQuery query, Instant now) {
        List<String> keys = keys(query);
        String grouped = keys.isEmpty() ? "" : " group by " + String.join(", ", keys);
        String sql = "select " + String.join("", keys.stream().map(key -> key + ", ").toList()) + SUMS + " from ("
                + (needsRaw(viewer, query) ? RAW : KEPT) + ") f where " + slice(query) + grouped;
        Map<FigureKey, Figures> result = new LinkedHashMap<>();
        jdbc.sql(withScope(sql, viewer))
                .params(parameters(viewer, tenant, query, now))
                .query(row -> {
                    FigureKey key = key(row, query);
                    result.merge(key, figures(row), Figures::plus);
                });
        return result;
    }

    private static String withScope(String sql, Viewer viewer) {
        return sql.replace("SCOPE_OF_CELLS", viewer.scope().sql("unit_id", "null::uuid"))
                .replace("SCOPE_OF_LEDGER", viewer.scope().sql("e.unit_id", "e.person_id"))
                .replace("SCOPE_OF_RECORDS", viewer.scope().sql("r.unit_id", "r.subject_id"))
                .replace("COLUMNS", COLUMNS)
                .replace("COUNTS", COUNTS);
    }

    private static boolean needsRaw(Viewer viewer, MetricQuery query) {
        boolean ofPeople = !viewer.scope().all() && !viewer.scope().people().isEmpty();
        return ofPeople || query.by().contains(By.PERSON) || query.people() != null;
    }

    private static List<String> keys(MetricQuery query) {
        List<String> keys = new ArrayList<>();
        if (query.grain() != null)
            keys.add("day");
        if (query.by().contains(By.UNIT))
            keys.add("unit_id");
        if (query.by().contains(By.NODE))
            keys.add("node_id");
        if (query.by().contains(By.PERSON))
            keys.add("person_id");
        return keys;
    }

    private static String slice(MetricQuery query) {
        List<String> parts = new ArrayList<>(List.of("true"));
        if (query.units() != null)
            parts.add("unit_id = any(:units)");
        if (query.nodes() != null)
            parts.add("node_id = any(:nodes)");
        if (query.people() != null)
            parts.add("person_id = any(:people)");
        return String.join(" and ", parts);
    }

    private static Map<String, Object> parameters(Viewer viewer, Tenant tenant, MetricQuery query, Instant now) {
        Map<String, Object> parameters = new HashMap<>(viewer.scope().parameters());
        parameters.put("tenant", tenant.id().value());
        parameters.put("zone", tenant.zone().getId());
        parameters.put("from", query.from());
        parameters.put("to", query.to());
        parameters.put("today", tenant.dayOf(now));
        parameters.put("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
        putIds(parameters, "units", query.units());
        putIds(parameters, "nodes", query.nodes());
        putIds(parameters, "people", query.people());
        return parameters;
    }

    private static void putIds(Map<String, Object> parameters, String name, @Nullable Set<UUID> ids) {
        if (ids != null)
            parameters.put(name, ids.toArray(UUID[]::new));
    }

    private static FigureKey key(ResultSet row, MetricQuery query) throws SQLException {
        Grain grain = query.grain();
        return new FigureKey(grain == null ? null : grain.startOf(row.getObject("day", LocalDate.class)),
                query.by().contains(By.UNIT) ? row.getObject("unit_id", UUID.class) : null,
                query.by().contains(By.NODE) ? row.getObject("node_id", UUID.class) : null,
                query.by().contains(By.PERSON) ? row.getObject("person_id", UUID.class) : null);
    }

    private static Figures figures(ResultSet row) throws SQLException {
        return new Figures(row.getLong("expected"), row.getLong("on_time"), row.getLong("done"), row.getLong("exempt"),
                row.getLong("proven"), row.getLong("actions"), row.getLong("unplanned"), row.getLong("late"),
                row.getLong("rated"), row.getLong("met"), row.getLong("improve"), row.getLong("support"),
                row.getLong("key_actions"), row.getLong("complete"), row.getLong("complete_on_time"));
    }

    /** A node as answers name it. */
    record NodeName(UUID id, String key, String name, String table) {}

    List<NodeName> nodes(Tenant tenant) {
        return jdbc.sql("""
                select n.id, n.key, v.name, t.key as table_key from node n
                join node_version v on v.tenant_id = n.tenant_id and v.node_id = n.id and v.version = n.version
                join data_table t on t.tenant_id = n.tenant_id and t.id = n.table_id
                where n.tenant_id = :tenant order by n.position, n.key
                """).param("tenant", tenant.id().value())
                .query((row, number) -> new NodeName(row.getObject("id", UUID.class), row.getString("key"),
                        row.getString("name"), row.getString("table_key")))
                .list();
    }
}

package io.huoji.insight.metric;

import io.huoji.platform.access.RowScope;
import io.huoji.platform.tenant.Tenant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Sums the cells of an answer in one statement. What stands on the viewer's units comes from the roll-ups; people are counted from
 * the rows themselves, as is the ledger of today, of which only what is due already counts.
 */
@Repository
class CountRepository {

    private static final String LEDGER_DAYS = "e.counts_on >= :from and e.counts_on < :to and e.due_at <= :now and ";
    private static final String LEDGER_TODAY = "e.counts_on = :today and :today < :to and :today >= :from and e.due_at <= :now and ";
    private static final String RECORD_DAYS = "r.effective_at >= :start and r.effective_at < :end and ";
    private static final String NO_ONE = "null::uuid as person_id";

    private final JdbcClient jdbc;

    CountRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<CellKey, Counts> count(Tenant tenant, RowScope scope, MetricQuery query, RowPredicate filter, Instant now) {
        boolean byPerson = query.by().contains(By.PERSON) || filter.isAboutPeople();
        Spans spans = Spans.of(query.from(), query.to(), tenant.dayOf(now), query.grain());
        String rows = String.join("\nunion all\n", byPerson ? people(scope, filter) : units(scope, filter, spans));
        List<String> keys = keys(query);
        String sql = "select " + selected(keys) + Formulas.sums(Formulas.COLUMNS) + " from (" + rows + ") ones"
                + (keys.isEmpty() ? "" : " group by " + String.join(", ", keys));
        Map<CellKey, Counts> found = new HashMap<>();
        jdbc.sql(sql).params(parameters(tenant, scope, query, filter, now)).params(spans.parameters())
                .query((ResultSet row) -> {
                    found.put(key(row, query), counts(row));
                });
        return found;
    }

    /** The first day of the newest week or month, up to that one, in which anything was due or done on the viewer's units. */
    @Nullable
    LocalDate newest(Tenant tenant, RowScope scope, Grain grain, LocalDate upTo, RowPredicate filter) {
        return jdbc.sql("select max(start) as newest from unit_period where tenant_id = :tenant and grain = :grain"
                + " and start <= :upTo and expected + actions > 0 and " + onUnits(scope, "unit_id") + " and "
                + filter.sql("unit_id", "node_id", "null"))
                .params(scope.parameters()).params(filter.parameters())
                .param("tenant", tenant.id().value()).param("grain", grain.key()).param("upTo", upTo)
                .query((row, n) -> new Newest(row.getObject("newest", LocalDate.class))).single().start();
    }

    private record Newest(@Nullable LocalDate start) {}

    private static List<String> people(RowScope scope, RowPredicate filter) {
        return List.of(
                Formulas.ledgerRows(LEDGER_DAYS + scope.sql("e.unit_id", "e.person_id") + " and " + ledger(filter)),
                Formulas.recordRows(RECORD_DAYS + scope.sql("r.unit_id", "r.subject_id") + " and " + records(filter)));
    }

    private static List<String> units(RowScope scope, RowPredicate filter, Spans spans) {
        List<String> parts = new ArrayList<>();
        if (scope.all() || !scope.units().isEmpty()) {
            if (spans.hasPeriods()) {
                parts.add(rollUp("start as day", Formulas.OF_LEDGER.stream(), "unit_period", Spans.PERIODS, scope,
                        filter));
            }
            if (spans.hasDays()) {
                Stream<String> past = Formulas.OF_LEDGER.stream()
                        .map("case when day < :today then %1$s else 0 end as %1$s"::formatted);
                parts.add(rollUp("day", past, "unit_day", Spans.DAYS, scope, filter));
            }
            if (spans.hasToday()) {
                parts.add(Formulas.ledgerRows(LEDGER_TODAY + onUnits(scope, "e.unit_id") + " and " + ledger(filter)));
            }
        }
        parts.add(Formulas.ledgerRows(LEDGER_DAYS + RowPredicate.peopleOutside(scope, "e.unit_id", "e.person_id")
                + " and " + ledger(filter)));
        parts.add(Formulas.recordRows(RECORD_DAYS + RowPredicate.peopleOutside(scope, "r.unit_id", "r.subject_id")
                + " and " + records(filter)));
        return parts;
    }

    private static String rollUp(String day, Stream<String> ofLedger, String table, String days, RowScope scope,
            RowPredicate filter) {
        return "select unit_id, node_id, " + NO_ONE + ", " + day + ", " + ofLedger.collect(Collectors.joining(", "))
                + ", " + String.join(", ", Formulas.OF_RECORDS) + " from " + table + " where tenant_id = :tenant and "
                + days + " and " + onUnits(scope, "unit_id") + " and " + filter.sql("unit_id", "node_id", "null");
    }

    private static String onUnits(RowScope scope, String unit) {
        return scope.all() ? unit + " is not null" : unit + " = any(:scopeUnits)";
    }

    private static String ledger(RowPredicate filter) {
        return filter.sql("e.unit_id", "e.node_id", "e.person_id");
    }

    private static String records(RowPredicate filter) {
        return filter.sql("r.unit_id", "r.kind_id", "r.subject_id");
    }

    private static List<String> keys(MetricQuery query) {
        List<String> keys = new ArrayList<>(query.by().stream().sorted().map(By::column).toList());
        if (query.grain() != null) {
            keys.add("period");
        }
        return keys;
    }

    private static String selected(List<String> keys) {
        return keys.stream()
                .map(key -> key.equals("period") ? "date_trunc(:grain, day::timestamp)::date as period, " : key + ", ")
                .collect(Collectors.joining());
    }

    private static Map<String, Object> parameters(Tenant tenant, RowScope scope, MetricQuery query, RowPredicate filter,
            Instant now) {
        Map<String, Object> all = new HashMap<>(scope.parameters());
        all.putAll(filter.parameters());
        all.put("tenant", tenant.id().value());
        all.put("zone", tenant.zone().getId());
        all.put("from", query.from());
        all.put("to", query.to());
        all.put("start", at(tenant.startOf(query.from())));
        all.put("end", at(tenant.startOf(query.to())));
        all.put("today", tenant.dayOf(now));
        all.put("now", at(now));
        if (query.grain() != null) {
            all.put("grain", query.grain().key());
        }
        return all;
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static CellKey key(ResultSet row, MetricQuery query) throws SQLException {
        return new CellKey(id(row, query, By.UNIT), id(row, query, By.NODE), id(row, query, By.PERSON),
                query.grain() == null ? null : row.getObject("period", LocalDate.class));
    }

    private static @Nullable UUID id(ResultSet row, MetricQuery query, By by) throws SQLException {
        return query.by().contains(by) ? row.getObject(by.column(), UUID.class) : null;
    }

    private static Counts counts(ResultSet row) throws SQLException {
        int[] sums = new int[Formulas.COLUMNS.size()];
        for (int n = 0; n < sums.length; n++) {
            sums[n] = row.getInt(Formulas.COLUMNS.get(n));
        }
        return Counts.of(sums);
    }
}

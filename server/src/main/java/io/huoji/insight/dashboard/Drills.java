package io.huoji.insight.dashboard;

import static io.huoji.insight.dashboard.Drill.test;

import io.huoji.insight.metric.Metric;
import io.huoji.insight.metric.NodeCard;
import io.huoji.insight.metric.NodeCards;
import io.huoji.platform.tenant.Tenant;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Says for each cell which rows it counted, in the words of the lists: the same conditions as {@code insight.metric}'s formulas. */
final class Drills {

    private static final String EXPECTATIONS = "/expectations";

    private final Tenant tenant;
    private final NodeCards nodes;
    private final @Nullable UUID unit;
    private final Instant now;

    Drills(Tenant tenant, NodeCards nodes, @Nullable UUID unit, Instant now) {
        this.tenant = tenant;
        this.nodes = nodes;
        this.unit = unit;
        this.now = now;
    }

    /** The rows of a metric's denominator; several lists when they lie in several tables. */
    List<Drill> of(Metric metric, LocalDate from, LocalDate to, @Nullable UUID onUnit, @Nullable UUID node) {
        return switch (metric) {
            case COMPLETION, PROVEN -> List.of(expected(from, to, onUnit, node, List.of(
                    test("state", "notIn", List.of("exempt", "cancelled")), test("due", "le", now.toString()))));
            case QUALITY -> records(from, to, onUnit, node, List.of(test("band", "isNotEmpty")));
            case EVIDENCE -> records(from, to, onUnit, node, List.of(test("evidenceNeeded", "gt", 0)));
        };
    }

    /** The rows of each part of a quality bar. */
    Map<String, List<Drill>> ofBands(LocalDate from, LocalDate to, @Nullable UUID node) {
        Map<String, List<Drill>> drills = new LinkedHashMap<>();
        for (String band : List.of("MET", "IMPROVE", "SUPPORT")) {
            drills.put(band, records(from, to, null, node, List.of(test("band", "eq", band))));
        }
        drills.put("MISSED", List.of(expected(from, to, null, node, List.of(test("state", "eq", "missed")))));
        return drills;
    }

    Drill open(LocalDate from, LocalDate to) {
        return expected(from, to, null, null, List.of(test("state", "in", List.of("open", "dueSoon"))));
    }

    /** Past the deadline, still to be made up for. */
    Drill overdue(LocalDate from, LocalDate to) {
        Map<String, Object> closable = Map.of("or",
                List.of(test("closes", "isEmpty"), test("closes", "gt", now.toString())));
        return expected(from, to, null, null, List.of(test("state", "eq", "missed"), closable));
    }

    Drill missed(LocalDate from, LocalDate to) {
        return expected(from, to, null, null,
                List.of(test("state", "eq", "missed"), test("closes", "le", now.toString())));
    }

    private Drill expected(LocalDate from, LocalDate to, @Nullable UUID onUnit, @Nullable UUID node,
            List<Map<String, Object>> more) {
        List<Map<String, Object>> days = List.of(test("countsOn", "ge", from.toString()),
                test("countsOn", "lt", to.toString()));
        return Drill.of(EXPECTATIONS, Drill.all(days, where(onUnit, node), more));
    }

    private List<Drill> records(LocalDate from, LocalDate to, @Nullable UUID onUnit, @Nullable UUID node,
            List<Map<String, Object>> more) {
        List<Map<String, Object>> rows = Drill.all(
                List.of(test("effectiveAt", "ge", at(from)), test("effectiveAt", "lt", at(to)),
                        test("confirmation", "in", List.of("none", "confirmed"))),
                where(onUnit, node), more);
        return tables(node).stream().map(table -> Drill.of("/tables/" + table + "/records", rows)).toList();
    }

    private List<Map<String, Object>> where(@Nullable UUID onUnit, @Nullable UUID node) {
        List<Map<String, Object>> conditions = new ArrayList<>();
        if (unit != null) {
            conditions.add(test("unit", "inOrBelow", unit.toString()));
        }
        if (onUnit != null) {
            conditions.add(test("unit", "eq", onUnit.toString()));
        }
        NodeCard card = node == null ? null : nodes.byId(node);
        if (card != null) {
            conditions.add(test("node", "eq", card.key()));
        }
        return conditions;
    }

    private List<String> tables(@Nullable UUID node) {
        return nodes.all()
                .stream()
                .filter(card -> node == null || card.id().equals(node))
                .map(NodeCard::table)
                .distinct()
                .toList();
    }

    private String at(LocalDate day) {
        return day.atStartOfDay(tenant.zone()).toOffsetDateTime().toString();
    }
}

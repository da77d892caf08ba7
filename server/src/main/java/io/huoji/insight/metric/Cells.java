package io.huoji.insight.metric;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The roll-up cells that a batch of events has touched, each once and in key order, so that workers never deadlock. */
final class Cells {

    /** A cell of unit_day. */
    record UnitDay(UUID unit, UUID node, LocalDate day) {
        static final Comparator<UnitDay> ORDER = Comparator.comparing((UnitDay cell) -> cell.unit.toString())
                .thenComparing(cell -> cell.node.toString()).thenComparing(UnitDay::day);
    }

    /** A cell of person_month; month is its first day. */
    record PersonMonth(UUID person, UUID node, LocalDate month) {
        static final Comparator<PersonMonth> ORDER = Comparator.comparing((PersonMonth cell) -> cell.person.toString())
                .thenComparing(cell -> cell.node.toString()).thenComparing(PersonMonth::month);
    }

    private final SortedSet<UnitDay> unitDays = new TreeSet<>(UnitDay.ORDER);
    private final SortedSet<PersonMonth> personMonths = new TreeSet<>(PersonMonth.ORDER);

    /** Reads any of the shapes that events carry: one side of a record, or a cell of the ledger. */
    void addFrom(JsonNode json) {
        UUID node = id(json, json.has("kind") ? "kind" : "node");
        if (node == null)
            return;
        LocalDate day = date(json, "day");
        LocalDate month = json.hasNonNull("month") ? date(json, "month") : day;
        add(id(json, "unit"), node, day, id(json, "person"), month);
    }

    void add(@Nullable UUID unit, UUID node, @Nullable LocalDate day, @Nullable UUID person,
            @Nullable LocalDate month) {
        if (unit != null && day != null)
            unitDays.add(new UnitDay(unit, node, day));
        if (person != null && month != null)
            personMonths.add(new PersonMonth(person, node, month.withDayOfMonth(1)));
    }

    List<UnitDay> unitDays() {
        return List.copyOf(unitDays);
    }

    List<PersonMonth> personMonths() {
        return List.copyOf(personMonths);
    }

    private static @Nullable UUID id(JsonNode json, String name) {
        return json.hasNonNull(name) ? UUID.fromString(json.get(name).asString()) : null;
    }

    private static @Nullable LocalDate date(JsonNode json, String name) {
        return json.hasNonNull(name) ? LocalDate.parse(json.get(name).asString()) : null;
    }
}

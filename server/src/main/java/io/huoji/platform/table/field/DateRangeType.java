package io.huoji.platform.table.field;

import io.huoji.platform.kernel.Problem;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.StringNode;

/** From one day to another, both included: {@code {"from": "2026-11-23", "to": "2026-11-27"}}. */
@Component
class DateRangeType implements FieldType {

    private static final Pattern BETWEEN = Pattern.compile("\\s*(?:~|～|至|—|–| - | to )\\s*");

    private final DateType days;

    DateRangeType(DateType days) {
        this.days = days;
    }

    @Override
    public String key() {
        return "dateRange";
    }

    @Override
    public String group() {
        return "text";
    }

    @Override
    public Shape shape() {
        return Shape.DATE_RANGE;
    }

    @Override
    public List<String> settings() {
        return List.of();
    }

    @Override
    public @Nullable JsonNode parse(JsonNode given, FieldContext field, List<Problem> problems) {
        if (!given.isObject() || given.size() != 2 || !given.has("from") || !given.has("to")) {
            problems.add(field.problem("not-a-date-range"));
            return null;
        }
        JsonNode from = days.parse(given.get("from"), field.at(field.path() + ".from"), problems);
        JsonNode to = days.parse(given.get("to"), field.at(field.path() + ".to"), problems);
        if (from == null || to == null)
            return null;
        if (from.asString().compareTo(to.asString()) > 0) {
            problems.add(field.problem(".to", "range-reversed", Map.of()));
            return null;
        }
        return JsonNodeFactory.instance.objectNode().put("from", from.asString()).put("to", to.asString());
    }

    /** A range equals a range; everything else asks about days. */
    @Override
    public @Nullable JsonNode operand(JsonNode given, Operator operator, FieldContext field, List<Problem> problems) {
        return operator == Operator.EQ || operator == Operator.NE
                ? parse(given, field, problems)
                : days.parse(given, field, problems);
    }

    /** {@code 2026-11-23 ~ 2026-11-27}. */
    @Override
    public String inSheet(JsonNode stored, FieldContext field) {
        return "%s ~ %s".formatted(stored.path("from").asString(), stored.path("to").asString());
    }

    @Override
    public JsonNode ofSheet(String cell, FieldContext field, List<Problem> problems) {
        String[] ends = BETWEEN.split(cell.strip(), -1);
        return ends.length == 2
                ? JsonNodeFactory.instance.objectNode().put("from", SheetDates.day(ends[0])).put("to",
                        SheetDates.day(ends[1]))
                : StringNode.valueOf(cell);
    }
}

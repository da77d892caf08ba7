package io.huoji.platform.table.field;

import io.huoji.platform.kernel.Problem;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** A calendar day. */
@Component
public class DateType implements FieldType {

    DateType() {}

    @Override
    public String key() {
        return "date";
    }

    @Override
    public String group() {
        return "text";
    }

    @Override
    public Shape shape() {
        return Shape.DATE;
    }

    @Override
    public List<String> settings() {
        return List.of();
    }

    @Override
    public boolean mayBeUnique() {
        return true;
    }

    @Override
    public ObjectNode configure(ObjectNode given, FieldContext field, List<Problem> problems) {
        return given;
    }

    @Override
    public @Nullable JsonNode parse(JsonNode given, FieldContext field, List<Problem> problems) {
        try {
            if (given.isString()) {
                LocalDate day = LocalDate.parse(given.asString().strip());
                if (day.getYear() >= 1900 && day.getYear() < 2200)
                    return StringNode.valueOf(day.toString());
            }
        } catch (DateTimeException e) {
            // said below, as for every other thing that is no date
        }
        problems.add(field.problem("not-a-day"));
        return null;
    }

    /** The day that a spreadsheet cell names, as {@code 2026-11-23}; the cell as it is when it names none. */
    public static String read(String cell) {
        return SheetDates.day(cell);
    }
}

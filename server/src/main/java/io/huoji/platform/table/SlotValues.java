package io.huoji.platform.table;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The copies of indexed fields in the typed columns of a record. */
final class SlotValues {

    static final List<String> NAMES = List.of("s1", "s2", "s3", "s4", "s5", "s6", "n1", "n2", "n3", "n4", "t1", "t2",
            "t3", "t4");
    static final Map<Character, String> TYPES = Map.of('s', " text", 'n', " numeric", 't', " timestamptz");

    private SlotValues() {}

    static boolean areUsed(Table table) {
        for (Field field : table.fields())
            if (field.slot() != null)
                return true;
        return false;
    }

    /** One value per slot, in order of {@link #NAMES}. */
    static List<@Nullable Object> of(Table table, RecordRow row) {
        List<@Nullable Object> values = new ArrayList<>(NAMES.size());
        for (String name : NAMES)
            values.add(value(table, name, row));
        return values;
    }

    private static @Nullable Object value(Table table, String slot, RecordRow row) {
        for (Field field : table.fields())
            if (field.slot() != null && slot.equals(field.slot().column()))
                return of(slot.charAt(0), row.fields().path(field.key()));
        return null;
    }

    private static @Nullable Object of(char kind, JsonNode stored) {
        if (stored.isMissingNode() || stored.isNull())
            return null;
        return switch (kind) {
            case 'n' -> new BigDecimal(stored.isObject() ? stored.path("amount").asString() : stored.asString());
            case 't' -> moment(stored.asString());
            default -> stored.asString();
        };
    }

    private static Instant moment(String stored) {
        return stored.length() == 10
                ? LocalDate.parse(stored).atStartOfDay(ZoneOffset.UTC).toInstant()
                : Instant.parse(stored);
    }
}

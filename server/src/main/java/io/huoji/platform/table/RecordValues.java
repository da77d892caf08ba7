package io.huoji.platform.table;

import io.huoji.platform.table.field.CarriedFile;
import io.huoji.platform.table.field.DateTimeType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** The values of a record's fields in stored form, wherever they lie. */
final class RecordValues {

    private RecordValues() {}

    static @Nullable JsonNode of(RecordRow row, Field field) {
        String role = field.role();
        if (role == null || !field.isColumn())
            return row.fields().get(field.key());
        return switch (role) {
            case Roles.SUBJECT -> id(row.subject());
            case Roles.UNIT -> id(row.unit());
            case Roles.NODE -> id(row.kind());
            case Roles.OBJECT -> id(row.object());
            default -> row.occurredAt() == null ? null : DateTimeType.stored(row.occurredAt());
        };
    }

    private static @Nullable JsonNode id(@Nullable UUID id) {
        return id == null ? null : StringNode.valueOf(id.toString());
    }

    /** A number read back from the database may be another kind of node than the one that was stored. */
    static boolean isSame(@Nullable JsonNode from, @Nullable JsonNode to) {
        if (from == null || to == null)
            return from == null && to == null;
        return from.equals(RecordValues::compare, to);
    }

    private static int compare(JsonNode from, JsonNode to) {
        if (from.isNumber() && to.isNumber())
            return from.decimalValue().compareTo(to.decimalValue());
        return from.equals(to) ? 0 : 1;
    }

    /** What differs between two states of a record, by field key, for its history. */
    static ObjectNode changes(Table table, @Nullable RecordRow before, RecordRow after) {
        ObjectNode changes = JsonNodeFactory.instance.objectNode();
        for (Field field : table.fields()) {
            JsonNode from = before == null ? null : of(before, field);
            JsonNode to = of(after, field);
            if (isSame(from, to))
                continue;
            ObjectNode change = changes.putObject(field.key());
            if (from != null)
                change.set("from", from);
            if (to != null)
                change.set("to", to);
        }
        return changes;
    }

    /** True when a draft, which would become {@code row}, says what is stored; a default that it left to us does not count. */
    static boolean isRepeat(Table table, RecordRow there, RecordRow row, Draft draft) {
        for (String key : changes(table, there, row).propertyNames()) {
            Field field = table.field(key);
            if (field == null || draft.fields().containsKey(key) || !field.config().has("default"))
                return false;
        }
        return true;
    }

    /** The values of fields that must not repeat, as the database keeps them. */
    static Map<UUID, String> unique(Table table, RecordRow row) {
        Map<UUID, String> values = new LinkedHashMap<>();
        for (Field field : table.fields())
            if (field.isUnique() && row.fields().has(field.key()))
                values.put(field.id(), row.fields().get(field.key()).asString());
        return values;
    }

    /** The files that a record carries. */
    static List<UUID> files(Table table, RecordRow row) {
        List<UUID> files = new ArrayList<>();
        for (Field field : table.fields())
            carried(field, row).forEach(file -> files.add(file.id()));
        return files;
    }

    static List<CarriedFile> carried(Field field, RecordRow row) {
        JsonNode stored = row.fields().get(field.key());
        return stored == null ? List.of() : field.type().files(stored);
    }
}

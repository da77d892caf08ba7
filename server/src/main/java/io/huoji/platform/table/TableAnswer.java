package io.huoji.platform.table;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A table as the API answers it. */
record TableAnswer(UUID id, String key, String name, String description, int position, long version,
        boolean actionTable, List<FieldAnswer> fields, List<FieldAnswer> deletedFields) {

    /** A field as the API answers it. */
    record FieldAnswer(UUID id, String key, String name, String type, @Nullable String role, boolean required,
            ObjectNode config, int position) {

        static FieldAnswer of(Field field) {
            return new FieldAnswer(field.id(), field.key(), field.name(), field.type().key(), field.role(),
                    field.required(), field.config(), field.position());
        }
    }

    static TableAnswer of(Table table) {
        return new TableAnswer(table.id(), table.key(), table.name(), table.description(), table.position(),
                table.version(), table.isActionTable(), table.fields().stream().map(FieldAnswer::of).toList(),
                table.bin().stream().map(FieldAnswer::of).toList());
    }
}

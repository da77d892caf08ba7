package io.huoji.platform.table;

import io.huoji.platform.table.field.FieldType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * One column of a table.
 *
 * @param role   what it means to the metrics; see {@link Roles}
 * @param config complete configuration, as its type completed it; never to be changed in place
 * @param slot   the typed column of the record that carries a copy for searching, or null
 */
public record Field(UUID id, String key, String name, FieldType type, @Nullable String role, boolean required,
        ObjectNode config, int position, @Nullable Slot slot, boolean deleted) {

    /** True when the value is a column of the record and not part of its JSON. */
    public boolean isColumn() {
        return role != null && Roles.COLUMNS.contains(role);
    }

    public boolean isUnique() {
        return config.path("unique").asBoolean(false);
    }

    public boolean hasRole(String wanted) {
        return wanted.equals(role);
    }
}

package io.huoji.platform.table;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A table of the no-code model.
 *
 * @param fields those in use, in their order; deleted ones wait in {@code bin}
 */
public record Table(UUID id, String key, String name, String description, int position, long version, boolean deleted,
        List<Field> fields, List<Field> bin, List<View> views) {

    public Table {
        fields = List.copyOf(fields);
        bin = List.copyOf(bin);
        views = List.copyOf(views);
    }

    /** The field that carries the role, if any. */
    public @Nullable Field role(String role) {
        return fields.stream().filter(field -> field.hasRole(role)).findFirst().orElse(null);
    }

    public @Nullable Field field(String key) {
        return fields.stream().filter(field -> field.key().equals(key)).findFirst().orElse(null);
    }

    /** Its records are action records: a subject did a node at a time. */
    public boolean isActionTable() {
        return role(Roles.SUBJECT) != null && role(Roles.NODE) != null && role(Roles.OCCURRED_AT) != null;
    }
}

package io.huoji.platform.table;

import io.huoji.platform.kernel.Misuse;
import io.huoji.platform.kernel.Problem;
import io.huoji.platform.table.Column.Storage;
import io.huoji.platform.table.field.FieldType;
import io.huoji.platform.table.field.FieldTypes;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Finds what a name in a filter or an order means: a field's key, a role as alias of the field that carries it, or a core
 * property ({@code createdAt}, {@code createdBy}, {@code updatedAt}, {@code deletedAt}, {@code receivedAt}, {@code effectiveAt}, {@code late},
 * {@code source}, {@code band}, {@code unit}, {@code confirmation}, {@code evidenceNeeded}, {@code evidenceComplete},
 * {@code externalId}).
 */
@Component
class Columns {

    private static final UUID NO_ID = new UUID(0, 0);

    private final Map<String, Column> core = new HashMap<>();

    Columns(FieldTypes types) {
        add(types, "createdAt", "dateTime", "created_at", Storage.MOMENT);
        add(types, "updatedAt", "dateTime", "updated_at", Storage.MOMENT);
        add(types, "receivedAt", "dateTime", "received_at", Storage.MOMENT);
        add(types, "effectiveAt", "dateTime", "effective_at", Storage.MOMENT);
        add(types, "deletedAt", "dateTime", "deleted_at", Storage.MOMENT);
        add(types, "createdBy", "person", "created_by", Storage.ID);
        add(types, "updatedBy", "person", "updated_by", Storage.ID);
        add(types, "deletedBy", "person", "deleted_by", Storage.ID);
        add(types, "source", "text", "source", Storage.TEXT);
        add(types, "externalId", "text", "external_id", Storage.TEXT);
        add(types, "band", "text", "coalesce(lead_level, level)", Storage.TEXT);
        add(types, "late", "boolean", "late", Storage.FLAG);
        add(types, "unit", "unit", "unit_id", Storage.ID);
        add(types, "confirmation", "text", "confirmation", Storage.TEXT);
        add(types, "evidenceNeeded", "integer", "evidence_needed::numeric", Storage.NUMBER);
        add(types, "evidenceComplete", "boolean", "evidence_complete", Storage.FLAG);
    }

    private void add(FieldTypes types, String name, String type, String sql, Storage storage) {
        FieldType known = Objects.requireNonNull(types.byKey(type), type);
        Field field = new Field(NO_ID, name, name, known, null, false, JsonNodeFactory.instance.objectNode(), 0, null,
                false);
        core.put(name, new Column(field, sql, storage));
    }

    /** The column of that name; refuses one that the table does not have, naming where it was said. */
    Column named(Table table, String name, String path) {
        Column column = find(table, name);
        if (column == null)
            throw new Misuse.Malformed(Problem.at(path, "unknown-field", Map.of("field", name)));
        return column;
    }

    private @Nullable Column find(Table table, String name) {
        Field field = table.field(name);
        if (field == null)
            field = table.role(name);
        return field == null ? core.get(name) : Column.of(field);
    }
}

package io.huoji.platform.table;

import io.huoji.platform.access.Viewer;
import io.huoji.platform.kernel.Misuse;
import io.huoji.platform.kernel.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The fields of a table, changed while it is in use. */
@Service
public class Fields {

    private static final int MOST = 200;

    private final ModelRepository repository;
    private final FieldDefinitions definitions;
    private final ModelChanges changes;

    Fields(ModelRepository repository, FieldDefinitions definitions, ModelChanges changes) {
        this.repository = repository;
        this.definitions = definitions;
        this.changes = changes;
    }

    public Table add(Viewer viewer, String tableKey, NewField asked) {
        return changes.change(viewer, tableKey, (table, problems) -> {
            List<Field> all = all(table);
            Field field = definitions.make(viewer, table.id(), asked, all, "", problems);
            if (all.size() >= MOST)
                problems.add(Problem.at("", "too-many-fields", Map.of("max", MOST)));
            Tables.refuseAny(problems);
            repository.insert(viewer.tenant(), table.id(), Objects.requireNonNull(field));
        });
    }

    /**
     * What an admin wants of a field; absent parts stay. A role is JSON null when it is to be taken away.
     */
    public record Change(@Nullable String name, @Nullable String type, @Nullable JsonNode role,
            @Nullable Boolean required, @Nullable ObjectNode config) {}

    public Table change(Viewer viewer, String tableKey, String fieldKey, Change asked) {
        return changes.change(viewer, tableKey, (table, problems) -> {
            Field old = field(table, fieldKey);
            Field changed = changed(viewer, table, old, asked, problems);
            Tables.refuseAny(problems);
            repository.update(viewer.tenant(), changed, null);
        });
    }

    private Field changed(Viewer viewer, Table table, Field old, Change asked, List<Problem> problems) {
        if (asked.type() != null && !asked.type().equals(old.type().key()))
            problems.add(Problem.at("type", "type-is-fixed", Map.of("type", old.type().key())));
        String role = asked.role() == null ? old.role() : asked.role().isNull() ? null : asked.role().asString("");
        boolean required = asked.required() == null ? old.required() : asked.required();
        Field bare = new Field(old.id(), old.key(),
                asked.name() == null ? old.name() : FieldDefinitions.name(asked.name(), "", problems), old.type(), role,
                FieldDefinitions.isRequired(role, required), asked.config() == null ? old.config() : asked.config(),
                old.position(), old.slot(), false);
        if (!Objects.equals(role, old.role())) {
            definitions.checkRole(bare, table.fields(), "", problems);
            if (repository.hasRecords(viewer.tenant(), table.id()))
                problems.add(Problem.at("role", "role-is-fixed"));
        }
        int before = problems.size();
        ObjectNode config = definitions.configure(viewer, table.id(), bare, "", problems);
        if (problems.size() == before && bare.isUnique() && !old.isUnique()
                && repository.hasRecords(viewer.tenant(), table.id()))
            problems.add(Problem.at("config.unique", "unique-too-late"));
        return FieldDefinitions.with(bare,
                problems.size() == before ? old.type().reconfigure(old.config(), config) : config);
    }

    /** Puts the field into the bin; the values stay and come back with it. */
    public Table delete(Viewer viewer, String tableKey, String fieldKey) {
        return changes.change(viewer, tableKey, (table, problems) -> {
            Field field = field(table, fieldKey);
            repository.slot(viewer.tenant(), field, null);
            repository.update(viewer.tenant(), field, changes.now());
        });
    }

    public Table restore(Viewer viewer, String tableKey, String fieldKey) {
        return changes.change(viewer, tableKey, (table, problems) -> {
            Field field = table.bin()
                    .stream()
                    .filter(it -> it.key().equals(fieldKey))
                    .findFirst()
                    .orElseThrow(() -> new Misuse.NotFound("field", fieldKey));
            definitions.checkRole(field, table.fields(), "", problems);
            Tables.refuseAny(problems);
            repository.update(viewer.tenant(), field, null);
        });
    }

    /** Puts the fields into this order; all of them must be named. */
    public Table order(Viewer viewer, String tableKey, List<String> keys) {
        return changes.change(viewer, tableKey, (table, problems) -> {
            List<String> known = table.fields().stream().map(Field::key).toList();
            if (keys.size() != known.size() || !new HashSet<>(known).equals(new HashSet<>(keys)))
                throw new Misuse.Refused(Problem.at("keys", "not-all-fields"));
            for (int i = 0; i < keys.size(); i++)
                repository.update(viewer.tenant(), at(field(table, keys.get(i)), i), null);
        });
    }

    private static Field at(Field field, int position) {
        return new Field(field.id(), field.key(), field.name(), field.type(), field.role(), field.required(),
                field.config(), position, field.slot(), field.deleted());
    }

    private static Field field(Table table, String key) {
        Field field = table.field(key);
        if (field == null)
            throw new Misuse.NotFound("field", key);
        return field;
    }

    private static List<Field> all(Table table) {
        List<Field> all = new ArrayList<>(table.fields());
        all.addAll(table.bin());
        return all;
    }
}

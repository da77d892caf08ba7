package io.huoji.platform.table;

import io.huoji.platform.access.Permission;
import io.huoji.platform.access.Requires;
import io.huoji.platform.access.Viewer;
import io.huoji.platform.kernel.Misuse;
import io.huoji.platform.kernel.Page;
import io.huoji.platform.kernel.Problem;
import io.huoji.platform.table.field.FieldType;
import io.huoji.platform.table.field.FieldTypes;
import io.huoji.platform.table.field.Operator;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
class FieldController {

    private final Fields fields;
    private final Tables tables;
    private final FieldTypes types;

    FieldController(Fields fields, Tables tables, FieldTypes types) {
        this.fields = fields;
        this.tables = tables;
        this.types = types;
    }

    record TypeAnswer(String key, String group, List<String> operators, List<String> configFields, Set<String> roles,
            boolean mayBeUnique, boolean sortable) {

        static TypeAnswer of(FieldType type) {
            return new TypeAnswer(type.key(), type.group(),
                    type.shape().operators().stream().map(Operator::key).toList(), type.settings(), type.roles(),
                    type.mayBeUnique(), type.shape().isSortable());
        }
    }

    @Requires(Permission.MODEL_READ)
    @GetMapping("/field-types")
    Page<TypeAnswer> types() {
        return Page.of(types.all().stream().map(TypeAnswer::of).sorted(Comparator.comparing(TypeAnswer::key)).toList());
    }

    @Requires(Permission.MODEL_READ)
    @GetMapping("/tables/{table}/fields")
    Page<TableAnswer.FieldAnswer> list(Viewer viewer, @PathVariable String table) {
        return Page.of(TableAnswer.of(tables.byKey(viewer.tenant(), table)).fields());
    }

    @Requires(Permission.MODEL_WRITE)
    @PostMapping("/tables/{table}/fields")
    ResponseEntity<TableAnswer.FieldAnswer> add(Viewer viewer, @PathVariable String table, @RequestBody NewField body) {
        Table changed = fields.add(viewer, table, body);
        Field added = changed.fields().stream().max(Comparator.comparing(Field::id)).orElseThrow();
        return ResponseEntity.created(URI.create("/api/v1/tables/" + table + "/fields/" + added.key()))
                .body(TableAnswer.FieldAnswer.of(added));
    }

    @Requires(Permission.MODEL_WRITE)
    @PatchMapping("/tables/{table}/fields/{key}")
    TableAnswer.FieldAnswer change(Viewer viewer, @PathVariable String table, @PathVariable String key,
            @RequestBody Fields.Change body) {
        return answer(fields.change(viewer, table, key, body), key);
    }

    @Requires(Permission.MODEL_WRITE)
    @DeleteMapping("/tables/{table}/fields/{key}")
    ResponseEntity<Void> delete(Viewer viewer, @PathVariable String table, @PathVariable String key) {
        fields.delete(viewer, table, key);
        return ResponseEntity.noContent().build();
    }

    @Requires(Permission.MODEL_WRITE)
    @PostMapping("/tables/{table}/fields/{key}:restore")
    TableAnswer.FieldAnswer restore(Viewer viewer, @PathVariable String table, @PathVariable String key) {
        return answer(fields.restore(viewer, table, key), key);
    }

    record Order(@Nullable List<String> keys) {}

    @Requires(Permission.MODEL_WRITE)
    @PutMapping("/tables/{table}/fields:order")
    TableAnswer order(Viewer viewer, @PathVariable String table, @RequestBody Order body) {
        if (body.keys() == null)
            throw new Misuse.Refused(Problem.at("keys", "required"));
        return TableAnswer.of(fields.order(viewer, table, body.keys()));
    }

    private static TableAnswer.FieldAnswer answer(Table table, String key) {
        return TableAnswer.FieldAnswer.of(java.util.Objects.requireNonNull(table.field(key)));
    }
}

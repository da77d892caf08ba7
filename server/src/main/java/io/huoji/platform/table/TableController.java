package io.huoji.platform.table;

import io.huoji.platform.access.Permission;
import io.huoji.platform.access.Requires;
import io.huoji.platform.access.Viewer;
import io.huoji.platform.kernel.Page;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/tables")
class TableController {

    private final Tables tables;

    TableController(Tables tables) {
        this.tables = tables;
    }

    @Requires(Permission.MODEL_READ)
    @GetMapping
    Page<TableAnswer> list(Viewer viewer, @RequestParam(defaultValue = "false") boolean deleted) {
        List<Table> found = deleted ? tables.bin(viewer.tenant()) : tables.list(viewer.tenant());
        return Page.of(found.stream().map(TableAnswer::of).toList());
    }

    @Requires(Permission.MODEL_READ)
    @GetMapping("/{key}")
    ResponseEntity<TableAnswer> one(Viewer viewer, @PathVariable String key) {
        return answer(tables.byKey(viewer.tenant(), key));
    }

    @Requires(Permission.MODEL_WRITE)
    @PostMapping
    ResponseEntity<TableAnswer> create(Viewer viewer, @RequestBody NewTable body) {
        Table table = tables.create(viewer, body);
        return ResponseEntity.created(URI.create("/api/v1/tables/" + table.key())).body(TableAnswer.of(table));
    }

    record Change(@Nullable String name, @Nullable String description, @Nullable Integer position) {}

    @Requires(Permission.MODEL_WRITE)
    @PatchMapping("/{key}")
    ResponseEntity<TableAnswer> change(Viewer viewer, @PathVariable String key, @RequestBody Change body,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        return answer(tables.change(viewer, key, body.name(), body.description(), body.position(),
                IfMatch.version(ifMatch)));
    }

    @Requires(Permission.MODEL_WRITE)
    @DeleteMapping("/{key}")
    ResponseEntity<Void> delete(Viewer viewer, @PathVariable String key,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        tables.delete(viewer, key, IfMatch.version(ifMatch));
        return ResponseEntity.noContent().build();
    }

    @Requires(Permission.MODEL_WRITE)
    @PostMapping("/{key}:restore")
    ResponseEntity<TableAnswer> restore(Viewer viewer, @PathVariable String key) {
        return answer(tables.restore(viewer, key));
    }

    private static ResponseEntity<TableAnswer> answer(Table table) {
        return ResponseEntity.ok().eTag("\"" + table.version() + "\"").body(TableAnswer.of(table));
    }
}

package io.huoji.platform.table;

import io.huoji.platform.access.Permission;
import io.huoji.platform.access.Requires;
import io.huoji.platform.access.Viewer;
import io.huoji.platform.kernel.Page;
import java.net.URI;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

@RestController
@RequestMapping("/api/v1/tables/{table}/views")
class ViewController {

    private final Views views;

    ViewController(Views views) {
        this.views = views;
    }

    record ViewAnswer(UUID id, String key, String name, ObjectNode config, boolean shared, int position, long version) {

        static ViewAnswer of(View view) {
            return new ViewAnswer(view.id(), view.key(), view.name(), view.config(), view.owner() == null,
                    view.position(), view.version());
        }
    }

    @Requires(Permission.MODEL_READ)
    @GetMapping
    Page<ViewAnswer> list(Viewer viewer, @PathVariable String table) {
        return Page.of(views.list(viewer, table).stream().map(ViewAnswer::of).toList());
    }

    @Requires(Permission.MODEL_READ)
    @PostMapping
    ResponseEntity<ViewAnswer> create(Viewer viewer, @PathVariable String table, @RequestBody Views.Wish body) {
        View view = views.create(viewer, table, body);
        return ResponseEntity.created(URI.create("/api/v1/tables/" + table + "/views/" + view.key()))
                .body(ViewAnswer.of(view));
    }

    @Requires(Permission.MODEL_READ)
    @PatchMapping("/{key}")
    ViewAnswer change(Viewer viewer, @PathVariable String table, @PathVariable String key,
            @RequestBody Views.Wish body) {
        return ViewAnswer.of(views.change(viewer, table, key, body));
    }

    @Requires(Permission.MODEL_READ)
    @DeleteMapping("/{key}")
    ResponseEntity<Void> delete(Viewer viewer, @PathVariable String table, @PathVariable String key) {
        views.delete(viewer, table, key);
        return ResponseEntity.noContent().build();
    }
}

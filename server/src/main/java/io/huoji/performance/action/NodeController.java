package io.huoji.performance.action;

import io.huoji.platform.access.Permission;
import io.huoji.platform.access.Requires;
import io.huoji.platform.access.Viewer;
import io.huoji.platform.kernel.Page;
import io.huoji.platform.table.Tables;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@RestController
@RequestMapping("/api/v1/nodes")
class NodeController {

    private final Nodes nodes;
    private final NodeChanges changes;
    private final Scenes scenes;
    private final Tables tables;
    private final AnchorPresenter presenter;

    NodeController(Nodes nodes, NodeChanges changes, Scenes scenes, Tables tables, AnchorPresenter presenter) {
        this.nodes = nodes;
        this.changes = changes;
        this.scenes = scenes;
        this.tables = tables;
        this.presenter = presenter;
    }

    @GetMapping
    @Requires(Permission.MODEL_READ)
    Page<ObjectNode> list(Viewer viewer, @RequestParam(required = false) @Nullable String table,
            @RequestParam(required = false) @Nullable String scene) {
        var ofTable = table == null ? null : tables.byKey(viewer.tenant(), table).id();
        var ofScene = scene == null ? null : scenes.known(viewer.tenant(), scene).id();
        return Page.of(nodes.of(viewer.tenant()).nodes().stream()
                .filter(node -> ofTable == null || ofTable.equals(node.table()))
                .filter(node -> ofScene == null || ofScene.equals(node.scene()))
                .map(node -> presenter.node(viewer, node))
                .toList());
    }

    @GetMapping("/{key}")
    @Requires(Permission.MODEL_READ)
    ObjectNode one(Viewer viewer, @PathVariable String key) {
        return presenter.node(viewer, nodes.known(viewer.tenant(), key));
    }

    /** Newest first. */
    @GetMapping("/{key}/versions")
    @Requires(Permission.MODEL_READ)
    Page<ObjectNode> versions(Viewer viewer, @PathVariable String key) {
        var node = nodes.known(viewer.tenant(), key);
        var versions = new ArrayList<>(node.versions());
        Collections.reverse(versions);
        return Page.of(versions).map(version -> presenter.node(viewer, node, version));
    }

    @PostMapping
    @Requires(Permission.NODES_WRITE)
    ResponseEntity<ObjectNode> create(Viewer viewer, @RequestBody JsonNode body) {
        var node = changes.create(viewer, body);
        return ResponseEntity.created(URI.create("/api/v1/nodes/" + node.key())).body(presenter.node(viewer, node));
    }

    /** What is given makes a new version; the rest stays. */
    @RequestMapping(path = "/{key}", method = {RequestMethod.PUT, RequestMethod.PATCH})
    @Requires(Permission.NODES_WRITE)
    ObjectNode change(Viewer viewer, @PathVariable String key, @RequestBody JsonNode body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return presenter.node(viewer, changes.change(viewer, key, body, version(ifMatch)));
    }

    @DeleteMapping("/{key}")
    @Requires(Permission.NODES_WRITE)
    ResponseEntity<Void> delete(Viewer viewer, @PathVariable String key) {
        changes.delete(viewer, key);
        return ResponseEntity.noContent().build();
    }

    static @Nullable Long version(@Nullable String ifMatch) {
        return ifMatch == null || !ifMatch.matches("(W/)?\"?\\d{1,18}\"?")
                ? null
                : Long.valueOf(ifMatch.replaceAll("\\D", ""));
    }
}

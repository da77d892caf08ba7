package io.huoji.performance.action;

import io.huoji.platform.access.Permission;
import io.huoji.platform.access.Requires;
import io.huoji.platform.access.Viewer;
import io.huoji.platform.kernel.Page;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

@RestController
@RequestMapping("/api/v1/scenes")
class SceneController {

    private final Scenes scenes;
    private final Nodes nodes;
    private final AnchorPresenter presenter;

    SceneController(Scenes scenes, Nodes nodes, AnchorPresenter presenter) {
        this.scenes = scenes;
        this.nodes = nodes;
        this.presenter = presenter;
    }

    @GetMapping
    @Requires(Permission.MODEL_READ)
    Page<ObjectNode> list(Viewer viewer) {
        return Page.of(nodes.of(viewer.tenant()).scenes()).map(scene -> presenter.scene(viewer, scene));
    }

    @GetMapping("/{key}")
    @Requires(Permission.MODEL_READ)
    ObjectNode one(Viewer viewer, @PathVariable String key) {
        return presenter.scene(viewer, scenes.known(viewer.tenant(), key));
    }

    @PostMapping
    @Requires(Permission.NODES_WRITE)
    ResponseEntity<ObjectNode> create(Viewer viewer, @RequestBody Scenes.Draft body) {
        var scene = scenes.create(viewer, body);
        return ResponseEntity.created(URI.create("/api/v1/scenes/" + scene.key()))
                .body(presenter.scene(viewer, scene));
    }

    @PatchMapping("/{key}")
    @Requires(Permission.NODES_WRITE)
    ObjectNode change(Viewer viewer, @PathVariable String key, @RequestBody Scenes.Draft body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return presenter.scene(viewer, scenes.change(viewer, key, body, NodeController.version(ifMatch)));
    }

    @DeleteMapping("/{key}")
    @Requires(Permission.NODES_WRITE)
    ResponseEntity<Void> delete(Viewer viewer, @PathVariable String key) {
        scenes.delete(viewer, key);
        return ResponseEntity.noContent().build();
    }
}

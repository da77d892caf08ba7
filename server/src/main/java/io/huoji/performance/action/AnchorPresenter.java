package io.huoji.performance.action;

import io.huoji.platform.access.Viewer;
import io.huoji.platform.org.Directories;
import io.huoji.platform.table.Tables;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Scenes and nodes as the API answers them. */
@Component
public class AnchorPresenter {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Nodes nodes;
    private final Tables tables;
    private final Directories directories;

    AnchorPresenter(Nodes nodes, Tables tables, Directories directories) {
        this.nodes = nodes;
        this.tables = tables;
        this.directories = directories;
    }

    ObjectNode scene(Viewer viewer, Scene scene) {
        var json = JSON.objectNode().put("id", scene.id().toString()).put("key", scene.key())
                .put("name", scene.name()).put("description", scene.description()).put("position", scene.position())
                .put("version", scene.version());
        var list = json.putArray("nodes");
        nodes.of(viewer.tenant()).nodes().stream()
                .filter(node -> scene.id().equals(node.scene()))
                .forEach(node -> list.add(node(viewer, node)));
        return json;
    }

    public ObjectNode node(Viewer viewer, Node node) {
        return node(viewer, node, node.current());
    }

    ObjectNode node(Viewer viewer, Node node, NodeVersion version) {
        var scene = node.scene() == null ? null : nodes.of(viewer.tenant()).scene(node.scene());
        var table = tables.find(viewer.tenant(), node.table());
        var json = JSON.objectNode().put("id", node.id().toString()).put("key", node.key())
                .put("scene", scene == null ? null : scene.key()).put("name", version.name())
                .put("why", version.why()).put("table", table == null ? null : table.key());
        json.set("assignee", NodeJson.answer(version.assignee(), directories.of(viewer.tenant())));
        json.set("trigger", NodeJson.trigger(version.trigger()));
        json.put("grace", version.grace().toString());
        json.put("dueSoon", version.dueSoon() == null ? null : version.dueSoon().toString());
        json.set("evidence", NodeJson.evidence(version.evidence()));
        json.put("weight", version.weight());
        json.put("validFrom", text(version.validFrom()));
        json.put("validUntil", text(version.validUntil()));
        json.put("position", node.position());
        json.put("version", version.version());
        json.put("createdAt", version.createdAt().toString());
        return json;
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }
}

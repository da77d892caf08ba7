package io.huoji.performance.action;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All scenes and nodes of a tenant at one moment, those deleted included where an old record may name them. */
public final class Anchors {

    private final List<Scene> scenes;
    private final List<Node> nodes;
    private final Map<UUID, Node> nodesById;
    private final Map<String, Node> nodesByKey;
    private final Map<UUID, List<Node>> nodesByTable;

    Anchors(List<Scene> scenes, List<Node> nodes) {
        this.scenes = List.copyOf(scenes);
        this.nodes = nodes.stream()
                .sorted(Comparator.comparingInt(Node::position).thenComparing(Node::id, Matching.BY_ID))
                .toList();
        this.nodesById = nodes.stream().collect(Collectors.toUnmodifiableMap(Node::id, Function.identity()));
        this.nodesByKey = nodes.stream().collect(Collectors.toUnmodifiableMap(Node::key, Function.identity()));
        this.nodesByTable = this.nodes.stream().filter(node -> !node.isDeleted())
                .collect(Collectors.groupingBy(Node::table));
    }

    public List<Scene> scenes() {
        return scenes;
    }

    public @Nullable Scene scene(String key) {
        return scenes.stream().filter(scene -> scene.key().equals(key)).findFirst().orElse(null);
    }

    public @Nullable Scene scene(UUID id) {
        return scenes.stream().filter(scene -> scene.id().equals(id)).findFirst().orElse(null);
    }

    /** Those in use, in their order. */
    public List<Node> nodes() {
        return nodes.stream().filter(node -> !node.isDeleted()).toList();
    }

    /** Those in use of one table, in their order: the options of its action type. */
    public List<Node> ofTable(UUID table) {
        return nodesByTable.getOrDefault(table, List.of());
    }

    /** A node in use by its key. */
    public @Nullable Node byKey(String key) {
        var node = nodesByKey.get(key);
        return node == null || node.isDeleted() ? null : node;
    }

    /** A node by its id, be it deleted. */
    public @Nullable Node byId(UUID id) {
        return nodesById.get(id);
    }

    /** True when a node has that key, be it deleted. */
    public boolean isTaken(String key) {
        return nodesByKey.containsKey(key);
    }

    /** Nodes in use that expect something when an event of this type happens. */
    List<Node> awaiting(String eventType) {
        return nodes().stream()
                .filter(node -> node.current().trigger() instanceof Trigger.OnEvent event
                        && event.type().equals(eventType))
                .toList();
    }

    /** Nodes in use that some version of expects in a cadence. */
    List<Node> inCadence() {
        return nodes().stream()
                .filter(node -> node.versions().stream()
                        .anyMatch(version -> version.trigger() instanceof Trigger.Cadence))
                .toList();
    }
}

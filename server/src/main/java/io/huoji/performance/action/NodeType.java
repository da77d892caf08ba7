package io.huoji.performance.action;

import io.huoji.platform.kernel.Problem;
import io.huoji.platform.table.field.FieldContext;
import io.huoji.platform.table.field.FieldType;
import io.huoji.platform.table.field.Operator;
import io.huoji.platform.table.field.Reference;
import io.huoji.platform.table.field.Shape;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** A field that names an action node: the action type of its table, whose options are the nodes of that table. */
@Component
class NodeType implements FieldType {

    private static final String OPTIONS = "options";

    private final Nodes nodes;
    private final NodeOptions options;

    NodeType(Nodes nodes, NodeOptions options) {
        this.nodes = nodes;
        this.options = options;
    }

    @Override
    public String key() {
        return "node";
    }

    @Override
    public String group() {
        return "relation";
    }

    @Override
    public Shape shape() {
        return Shape.REFERENCE;
    }

    @Override
    public Set<String> roles() {
        return Set.of("node");
    }

    @Override
    public List<String> settings() {
        return List.of(OPTIONS);
    }

    /** Options that are no node yet become one, done by hand; they are kept as nodes, not in the configuration. */
    @Override
    public ObjectNode configure(ObjectNode given, FieldContext field, List<Problem> problems) {
        var wanted = given.path(OPTIONS);
        if (wanted.isMissingNode()) {
            return given;
        }
        options.add(wanted, field, problems);
        var rest = given.deepCopy();
        rest.remove(OPTIONS);
        return rest;
    }

    @Override
    public @Nullable JsonNode parse(JsonNode given, FieldContext field, List<Problem> problems) {
        var node = find(given, field, problems);
        if (node != null && (node.isDeleted() || !node.table().equals(field.table()))) {
            problems.add(field.problem("node-of-other-table", Map.of("node", node.name())));
            return null;
        }
        return node == null ? null : StringNode.valueOf(node.id().toString());
    }

    /** A filter may ask for nodes that are no longer in use. */
    @Override
    public @Nullable JsonNode operand(JsonNode given, Operator operator, FieldContext field, List<Problem> problems) {
        var node = find(given, field, problems);
        return node == null ? null : StringNode.valueOf(node.id().toString());
    }

    private @Nullable Node find(JsonNode given, FieldContext field, List<Problem> problems) {
        var reference = Reference.read(given, field, problems);
        if (reference == null) {
            return null;
        }
        var node = reference.by() == Reference.By.ID
                ? nodes.byId(field.tenant().id(), UUID.fromString(reference.value()))
                : nodes.byKey(field.tenant().id(), reference.value());
        if (node == null) {
            problems.add(field.problem("unknown-node", Map.of("value", reference.value())));
        }
        return node;
    }

    @Override
    public JsonNode present(JsonNode stored, FieldContext field) {
        var id = UUID.fromString(stored.asString());
        var node = nodes.byId(field.tenant().id(), id);
        return node == null
                ? JsonNodeFactory.instance.objectNode().put("id", id.toString())
                : NodeJson.named(id, "key", node.key(), node.name());
    }

    /** By name; {@code name (key)} where the table has several of that name. */
    @Override
    public String inSheet(JsonNode stored, FieldContext field) {
        var node = nodes.byId(field.tenant().id(), UUID.fromString(stored.asString()));
        if (node == null) {
            return stored.asString();
        }
        boolean isClear = named(node.name(), field).size() == 1
                && nodes.byKey(field.tenant().id(), node.name()) == null;
        return isClear ? node.name() : "%s (%s)".formatted(node.name(), node.key());
    }

    @Override
    public @Nullable JsonNode ofSheet(String cell, FieldContext field, List<Problem> problems) {
        var named = named(cell.strip(), field);
        return named.size() == 1
                ? StringNode.valueOf(named.getFirst().id().toString())
                : FieldType.super.ofSheet(cell, field, problems);
    }

    @Override
    public List<String> sheetChoices(FieldContext field) {
        return nodes.ofTable(field.tenant().id(), field.table()).stream().map(Node::name).distinct().toList();
    }

    private List<Node> named(String name, FieldContext field) {
        return nodes.ofTable(field.tenant().id(), field.table()).stream()
                .filter(node -> node.name().equals(name))
                .toList();
    }
}

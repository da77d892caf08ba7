package io.huoji.edge.market;

import io.huoji.performance.action.Nodes;
import io.huoji.platform.kernel.Ids;
import io.huoji.platform.table.Field;
import io.huoji.platform.table.Table;
import io.huoji.platform.tenant.TenantId;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Conditions of views and fields on their way into a file and out of it: nodes go by key, and what names people, units or objects stays at home. */
@Component
class PortableConditions {

    private static final Set<String> OF_PEOPLE = Set.of("person", "persons", "unit", "units", "role", "object");
    private static final Set<String> CORE = Set.of("subject", "unit", "object", "createdBy", "updatedBy", "expectation",
            "id", "externalId");

    /** Where a view or a field holds a condition. */
    private static final Set<String> SETTINGS = Set.of("filter", "visibleWhen", "requiredWhen", "readOnlyWhen");

    private final Nodes nodes;

    PortableConditions(Nodes nodes) {
        this.nodes = nodes;
    }

    /**
     * The configuration of a view or a field as another company can use it.
     *
     * @param names null for a field, which is made before the nodes that its conditions could name
     */
    ObjectNode portable(TenantId tenant, Table table, ObjectNode config, @Nullable Names names) {
        ObjectNode copy = config.deepCopy();
        for (String setting : SETTINGS) {
            if (!copy.path(setting).isObject())
                continue;
            JsonNode left = condition(tenant, table, copy.path(setting), names);
            if (left == null)
                copy.remove(setting);
            else
                copy.set(setting, left);
        }
        return copy;
    }

    private @Nullable JsonNode condition(TenantId tenant, Table table, JsonNode tree, @Nullable Names names) {
        for (String word : Set.of("and", "or"))
            if (tree.path(word).isArray()) {
                ArrayNode parts = JsonNodeFactory.instance.arrayNode();
                for (JsonNode part : tree.path(word)) {
                    JsonNode left = condition(tenant, table, part, names);
                    if (left != null)
                        parts.add(left);
                }
                return parts.isEmpty() ? null : JsonNodeFactory.instance.objectNode().set(word, parts);
            }
        return test(tenant, table, tree, names);
    }

    private @Nullable JsonNode test(TenantId tenant, Table table, JsonNode test, @Nullable Names names) {
        String key = test.path("field").asString("");
        Field field = table.field(key);
        JsonNode value = test.path("value");
        boolean says = !value.isMissingNode() && !value.isNull();
        boolean namesSomebody = field == null ? CORE.contains(key) : OF_PEOPLE.contains(field.type().key());
        if (says && namesSomebody)
            return null;
        if (!says || field == null || !field.type().key().equals("node"))
            return test;
        if (names == null)
            return null;
        return withValue(test, value, one -> names.inFile(Kind.NODE, nodeKey(tenant, one)));
    }

    private String nodeKey(TenantId tenant, String idOrKey) {
        UUID id = Ids.parse(idOrKey);
        var node = id == null ? null : nodes.byId(tenant, id);
        return node == null ? idOrKey : node.key();
    }

    /** The configuration of a view with the nodes as they are called here. */
    ObjectNode local(ObjectNode config, Set<String> nodeFields, Names names) {
        ObjectNode copy = config.deepCopy();
        if (copy.path("filter").isObject())
            copy.set("filter", localTree(copy.path("filter"), nodeFields, names));
        return copy;
    }

    private static JsonNode localTree(JsonNode tree, Set<String> nodeFields, Names names) {
        for (String word : Set.of("and", "or"))
            if (tree.path(word).isArray()) {
                ArrayNode parts = JsonNodeFactory.instance.arrayNode();
                tree.path(word).forEach(part -> parts.add(localTree(part, nodeFields, names)));
                return ((ObjectNode) tree.deepCopy()).set(word, parts);
            }
        return nodeFields.contains(tree.path("field").asString(""))
                ? withValue(tree, tree.path("value"), one -> names.local(Kind.NODE, one))
                : tree;
    }

    private static JsonNode withValue(JsonNode test, JsonNode value, UnaryOperator<String> change) {
        ObjectNode copy = (ObjectNode) test.deepCopy();
        if (value.isArray()) {
            ArrayNode all = JsonNodeFactory.instance.arrayNode();
            value.forEach(one -> all.add(changed(one, change)));
            copy.set("value", all);
        } else if (!value.isMissingNode())
            copy.set("value", changed(value, change));
        return copy;
    }

    private static JsonNode changed(JsonNode one, UnaryOperator<String> change) {
        String said = one.isString() ? one.asString() : one.path("id").asString(one.path("key").asString(""));
        return said.isEmpty() ? one : StringNode.valueOf(change.apply(said));
    }
}

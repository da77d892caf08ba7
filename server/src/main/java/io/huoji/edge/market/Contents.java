package io.huoji.edge.market;

import io.huoji.performance.action.AnchorPresenter;
import io.huoji.performance.action.Node;
import io.huoji.performance.action.Nodes;
import io.huoji.performance.business.BusinessTypes;
import io.huoji.platform.access.Permission;
import io.huoji.platform.access.Viewer;
import io.huoji.platform.org.Directories;
import io.huoji.platform.org.Role;
import io.huoji.platform.org.Scope;
import io.huoji.platform.table.Field;
import io.huoji.platform.table.Table;
import io.huoji.platform.table.Tables;
import io.huoji.platform.table.View;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What stands in a tenant, in the words of a file: without ids, people, units and secrets. */
@Component
class Contents {

    private static final Set<String> NAMES_OTHERS = Set.of("person", "persons", "unit", "units", "role", "object",
            "node");

    private final Tables tables;
    private final Nodes nodes;
    private final AnchorPresenter anchors;
    private final BusinessTypes types;
    private final Directories directories;
    private final PortableConditions conditions;

    Contents(Tables tables, Nodes nodes, AnchorPresenter anchors, BusinessTypes types, Directories directories,
            PortableConditions conditions) {
        this.tables = tables;
        this.nodes = nodes;
        this.anchors = anchors;
        this.types = types;
        this.directories = directories;
        this.conditions = conditions;
    }

    /** The living table of that key, if any. */
    @Nullable
    Table table(Viewer viewer, String key) {
        return tables.list(viewer.tenant()).stream().filter(it -> it.key().equals(key)).findFirst().orElse(null);
    }

    /** What stands here under that key; null when nothing does. */
    @Nullable
    ObjectNode of(Viewer viewer, Kind kind, String localKey, Names names) {
        ObjectNode content = switch (kind) {
            case ROLE -> role(directories.of(viewer.tenant()).roleByKey(localKey));
            case OBJECT_TYPE -> objectType(viewer, localKey);
            case EVENT_TYPE -> eventType(viewer, localKey);
            case TABLE -> table(table(viewer, localKey));
            case FIELD -> field(viewer, localKey);
            case VIEW -> view(viewer, localKey, names);
            case SCENE -> scene(viewer, localKey);
            case NODE -> node(viewer, nodes.byKey(viewer.tenant(), localKey));
        };
        if (content != null)
            names.toFile(kind, content);
        return content;
    }

    private static ObjectNode named(String key, String name) {
        return JsonNodeFactory.instance.objectNode().put("key", key).put("name", name);
    }

    /** A role over listed units is taken along with the narrowest scope. */
    private static @Nullable ObjectNode role(@Nullable Role role) {
        if (role == null)
            return null;
        ObjectNode content = named(role.key(), role.name()).put("class", role.roleClass().key())
                .put("scope", (role.scope() == Scope.LISTED ? Scope.OWN : role.scope()).key());
        var list = content.putArray("permissions");
        role.permissions().stream().map(Permission::key).sorted().forEach(list::add);
        return content;
    }

    private @Nullable ObjectNode objectType(Viewer viewer, String key) {
        var type = types.of(viewer.tenant()).objectType(key);
        return type == null ? null : named(key, type.name());
    }

    private @Nullable ObjectNode eventType(Viewer viewer, String key) {
        var type = types.of(viewer.tenant()).eventType(key);
        if (type == null)
            return null;
        var object = type.objectType() == null ? null : types.of(viewer.tenant()).objectType(type.objectType());
        ObjectNode content = named(key, type.name()).put("outcome", type.outcome());
        return object == null ? content : content.put("objectType", object.key());
    }

    private static @Nullable ObjectNode table(@Nullable Table table) {
        return table == null ? null : named(table.key(), table.name()).put("description", table.description());
    }

    private @Nullable ObjectNode field(Viewer viewer, String localKey) {
        Table table = table(viewer, before(localKey));
        Field field = table == null ? null : table.field(after(localKey));
        if (table == null || field == null)
            return null;
        ObjectNode content = named(field.key(), field.name()).put("type", field.type().key());
        if (field.role() != null)
            content.put("role", field.role());
        content.put("required", field.required());
        ObjectNode config = field.config().deepCopy();
        if (NAMES_OTHERS.contains(field.type().key()) && !config.path("default").asString("").equals("me"))
            config.remove("default");
        content.set("config", conditions.portable(viewer.tenant(), table, config, null));
        return content;
    }

    private @Nullable ObjectNode view(Viewer viewer, String localKey, Names names) {
        Table table = table(viewer, before(localKey));
        View view = table == null
                ? null
                : table.views()
                        .stream()
                        .filter(it -> it.owner() == null && it.key().equals(after(localKey)))
                        .findFirst()
                        .orElse(null);
        if (table == null || view == null)
            return null;
        ObjectNode content = named(view.key(), view.name());
        content.set("config", conditions.portable(viewer.tenant(), table, view.config(), names));
        return content;
    }

    private @Nullable ObjectNode scene(Viewer viewer, String key) {
        var scene = nodes.of(viewer.tenant()).scene(key);
        return scene == null ? null : named(key, scene.name()).put("description", scene.description());
    }

    /** A node that means a person or a unit is taken along without an assignee, which means everyone. */
    private @Nullable ObjectNode node(Viewer viewer, @Nullable Node node) {
        if (node == null)
            return null;
        ObjectNode content = anchors.node(viewer, node);
        for (String name : Set.copyOf(content.propertyNames()))
            if (!Kind.NODE.knows(name) || content.get(name).isNull())
                content.remove(name);
        JsonNode assignee = content.path("assignee");
        String kind = assignee.path("kind").asString("");
        if (kind.equals("role"))
            content.putObject("assignee").put("kind", kind).put("role", assignee.path("role").path("key").asString(""));
        else if (kind.equals("person") || kind.equals("unit"))
            content.remove("assignee");
        return content;
    }

    /** Something, be it in the bin, has that key. */
    boolean isTaken(Viewer viewer, Kind kind, String localKey, Names names) {
        return switch (kind) {
            case TABLE -> table(viewer, localKey) != null
                    || tables.bin(viewer.tenant()).stream().anyMatch(it -> it.key().equals(localKey));
            case NODE -> nodes.of(viewer.tenant()).isTaken(localKey);
            case FIELD -> isFieldTaken(table(viewer, before(localKey)), after(localKey));
            case VIEW -> isViewTaken(table(viewer, before(localKey)), after(localKey));
            case ROLE, OBJECT_TYPE, EVENT_TYPE, SCENE -> of(viewer, kind, localKey, names) != null;
        };
    }

    private static boolean isFieldTaken(@Nullable Table table, String key) {
        return table != null
                && (table.field(key) != null || table.bin().stream().anyMatch(it -> it.key().equals(key)));
    }

    private static boolean isViewTaken(@Nullable Table table, String key) {
        return table != null && table.views().stream().anyMatch(it -> it.key().equals(key));
    }

    static String before(String key) {
        return key.substring(0, key.indexOf('/'));
    }

    static String after(String key) {
        return key.substring(key.indexOf('/') + 1);
    }
}

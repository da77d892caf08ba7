package io.huoji.edge.market;

import io.huoji.performance.action.NodeChanges;
import io.huoji.performance.action.Scenes;
import io.huoji.performance.business.BusinessTypes;
import io.huoji.platform.access.Viewer;
import io.huoji.platform.kernel.Misuse;
import io.huoji.platform.kernel.Problem;
import io.huoji.platform.org.RoleInput;
import io.huoji.platform.org.Roles;
import io.huoji.platform.table.Fields;
import io.huoji.platform.table.NewField;
import io.huoji.platform.table.NewTable;
import io.huoji.platform.table.Table;
import io.huoji.platform.table.Tables;
import io.huoji.platform.table.Views;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Puts single parts of an app into a tenant, by the same ways an admin would: all checks hold, and refusals name the place in the file. */
@Component
class PartWriter {

    private final Roles roles;
    private final BusinessTypes types;
    private final Tables tables;
    private final Fields fields;
    private final Views views;
    private final Scenes scenes;
    private final NodeChanges nodes;
    private final PortableConditions conditions;

    PartWriter(Roles roles, BusinessTypes types, Tables tables, Fields fields, Views views, Scenes scenes,
            NodeChanges nodes, PortableConditions conditions) {
        this.roles = roles;
        this.types = types;
        this.tables = tables;
        this.fields = fields;
        this.views = views;
        this.scenes = scenes;
        this.nodes = nodes;
        this.conditions = conditions;
    }

    /** @param inside fields of a new table, which are made with it */
    void create(Viewer viewer, Part part, List<Part> inside, Names names) {
        String key = names.local(part.kind(), part.key());
        ObjectNode content = names.toLocal(part.kind(), part.content());
        at(part, () -> switch (part.kind()) {
            case ROLE -> roles.create(viewer, role(key, content));
            case OBJECT_TYPE -> types.create(viewer.tenant(), key, text(content, "name"));
            case EVENT_TYPE -> types.create(viewer.tenant(), key, text(content, "name"), word(content, "objectType"),
                    content.path("outcome").asBoolean(false));
            case TABLE -> tables.create(viewer, new NewTable(key, text(content, "name"), word(content, "description"),
                    inside.stream().map(field -> field(field, names)).toList()));
            case FIELD -> fields.add(viewer, Contents.before(key), field(part, names));
            case VIEW -> views.create(viewer, Contents.before(key), view(viewer, key, content, names));
            case SCENE -> scenes.create(viewer,
                    new Scenes.Draft(key, text(content, "name"), word(content, "description"), null));
            case NODE -> nodes.create(viewer, content.put("key", key));
        });
    }

    /**
     * Writes these properties of a part that is here.
     *
     * @param content only what changes, each property whole
     */
    void change(Viewer viewer, Part part, ObjectNode content, Names names) {
        String key = names.local(part.kind(), part.key());
        ObjectNode local = names.toLocal(part.kind(), content);
        at(part, () -> switch (part.kind()) {
            case ROLE -> roles.change(viewer, key, role(null, local));
            case OBJECT_TYPE -> types.rename(viewer.tenant(), key, text(local, "name"));
            case EVENT_TYPE -> types.change(viewer.tenant(), key, text(local, "name"), word(local, "objectType"),
                    local.path("outcome").asBoolean(false));
            case TABLE -> tables.change(viewer, key, word(local, "name"), word(local, "description"), null, null);
            case FIELD -> fields.change(viewer, Contents.before(key), Contents.after(key),
                    new Fields.Change(word(local, "name"), word(local, "type"), local.get("role"),
                            flag(local, "required"), local.get("config") instanceof ObjectNode config ? config : null));
            case VIEW -> views.change(viewer, Contents.before(key), Contents.after(key),
                    view(viewer, key, local, names));
            case SCENE -> scenes.change(viewer, key,
                    new Scenes.Draft(null, word(local, "name"), word(local, "description"), null), null);
            case NODE -> nodes.change(viewer, key, local, null);
        });
    }

    private static RoleInput role(@Nullable String key, ObjectNode content) {
        JsonNode permissions = content.path("permissions");
        return new RoleInput(key, word(content, "name"), word(content, "class"), word(content, "scope"), null,
                permissions.isArray() ? permissions.valueStream().map(one -> one.asString("")).toList() : null, null);
    }

    private static NewField field(Part part, Names names) {
        ObjectNode content = names.toLocal(Kind.FIELD, part.content());
        return new NewField(Contents.after(names.local(Kind.FIELD, part.key())), word(content, "name"),
                word(content, "type"), word(content, "role"), flag(content, "required"),
                content.get("config") instanceof ObjectNode config ? config : null);
    }

    private Views.Wish view(Viewer viewer, String key, ObjectNode content, Names names) {
        Table table = tables.byKey(viewer.tenant(), Contents.before(key));
        Set<String> nodeFields = table.fields().stream().filter(field -> field.type().key().equals("node"))
                .map(field -> field.key()).collect(Collectors.toSet());
        return new Views.Wish(Contents.after(key), word(content, "name"),
                content.get("config") instanceof ObjectNode config ? conditions.local(config, nodeFields, names) : null,
                true, null);
    }

    private static String text(ObjectNode content, String name) {
        return content.path(name).asString("");
    }

    private static @Nullable String word(ObjectNode content, String name) {
        return content.path(name).isString() ? content.path(name).asString() : null;
    }

    private static @Nullable Boolean flag(ObjectNode content, String name) {
        return content.path(name).isBoolean() ? content.path(name).asBoolean() : null;
    }

    /** Does it, and says of a refusal where in the file it belongs. */
    private static void at(Part part, Supplier<@Nullable Object> work) {
        try {
            var _ = work.get();
        } catch (Misuse.Refused refused) {
            throw new Misuse.Refused(placed(part, refused));
        } catch (Misuse.Malformed malformed) {
            throw new Misuse.Malformed(placed(part, malformed).toArray(Problem[]::new));
        } catch (Misuse.Conflict conflict) {
            throw new Misuse.Conflict(placed(part, conflict).toArray(Problem[]::new));
        }
    }

    private static List<Problem> placed(Part part, Misuse refusal) {
        return refusal.problems().stream().map(problem -> problem.under(part.path())).toList();
    }
}

package io.huoji.edge.market;

import io.huoji.performance.action.Node;
import io.huoji.performance.action.Nodes;
import io.huoji.platform.access.Permission;
import io.huoji.platform.access.Viewer;
import io.huoji.platform.kernel.Misuse;
import io.huoji.platform.kernel.Problem;
import io.huoji.platform.org.Directories;
import io.huoji.platform.org.Role;
import io.huoji.platform.table.Table;
import io.huoji.platform.tenant.TenantTransactions;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes an app, or any tables with what belongs to them, as one file that another company can bring in. */
@Service
class AppExport {

    /**
     * What to write.
     *
     * @param tables  keys of the tables; null: those of the installed app
     * @param samples whether their newest records go along, without people
     */
    record Wish(@Nullable String name, @Nullable String version, @Nullable String description,
            @Nullable List<String> tables, @Nullable Boolean samples) {}

    private final Apps apps;
    private final Contents contents;
    private final SampleExport samples;
    private final Nodes nodes;
    private final Directories directories;
    private final TenantTransactions transactions;

    AppExport(Apps apps, Contents contents, SampleExport samples, Nodes nodes, Directories directories,
            TenantTransactions transactions) {
        this.apps = apps;
        this.contents = contents;
        this.samples = samples;
        this.nodes = nodes;
        this.directories = directories;
        this.transactions = transactions;
    }

    ObjectNode export(Viewer viewer, String key, Wish wish) {
        viewer.needs(Permission.MODEL_WRITE);
        Installed app = apps.find(viewer, key);
        if (app == null && wish.tables() == null)
            throw new Misuse.NotFound("app", key);
        return transactions.in(viewer.tenant(), () -> {
            Names names = app == null ? new Names() : app.names();
            List<Table> tables = tables(viewer, app, wish);
            ObjectNode file = head(key, app, wish);
            new Writing(viewer, names, app, tables, file).write();
            if (Boolean.TRUE.equals(wish.samples()))
                file.putObject("sample").set("records", samples.records(viewer, tables, names));
            AppReading.read(file);
            return file;
        });
    }

    private List<Table> tables(Viewer viewer, @Nullable Installed app, Wish wish) {
        List<Table> found = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        List<String> asked = wish.tables() != null
                ? wish.tables()
                : Objects.requireNonNull(app).of(Kind.TABLE).stream().map(Installed.Held::localKey).toList();
        for (int i = 0; i < asked.size(); i++) {
            Table table = contents.table(viewer, asked.get(i));
            if (table != null && !found.contains(table))
                found.add(table);
            else if (table == null && wish.tables() != null)
                problems.add(Problem.at("tables[" + i + "]", "unknown-table", Map.of("value", asked.get(i))));
        }
        if (wish.tables() != null && asked.isEmpty())
            problems.add(Problem.at("tables", "required"));
        if (!problems.isEmpty())
            throw new Misuse.Refused(problems);
        return found;
    }

    private static ObjectNode head(String key, @Nullable Installed app, Wish wish) {
        ObjectNode file = JsonNodeFactory.instance.objectNode().put("formatVersion", AppFile.FORMAT).put("key", key);
        file.put("name", said(wish.name(), app == null ? key : app.name()));
        file.put("version", said(wish.version(), app == null ? "1.0.0" : app.version()));
        return file.put("description", said(wish.description(), app == null ? "" : app.description()));
    }

    private static String said(@Nullable String asked, String otherwise) {
        return asked == null || asked.isBlank() ? otherwise : asked.strip();
    }

    /** One file being written: what the tables need comes before them. */
    private final class Writing {

        private final Viewer viewer;
        private final Names names;
        private final @Nullable Installed app;
        private final List<Table> tables;
        private final ObjectNode file;

        Writing(Viewer viewer, Names names, @Nullable Installed app, List<Table> tables, ObjectNode file) {
            this.viewer = viewer;
            this.names = names;
            this.app = app;
            this.tables = tables;
            this.file = file;
        }

        void write() {
            List<ObjectNode> written = tables.stream().flatMap(table -> nodes.ofTable(viewer.tenant(), table.id())
                    .stream()).map(node -> localNode(node)).toList();
            list(Kind.ROLE, roles(written));
            Set<String> events = held(Kind.EVENT_TYPE);
            written.forEach(node -> add(events, node.path("trigger").path("type").asString("")));
            list(Kind.OBJECT_TYPE, objectTypes(events));
            list(Kind.EVENT_TYPE, events);
            tables();
            Set<String> scenes = held(Kind.SCENE);
            written.forEach(node -> add(scenes, node.path("scene").asString("")));
            list(Kind.SCENE, scenes);
            Set<String> keys = new LinkedHashSet<>();
            written.forEach(node -> keys.add(node.path("key").asString("")));
            list(Kind.NODE, keys);
        }

        private ObjectNode localNode(Node node) {
            return Objects.requireNonNull(contents.of(viewer, Kind.NODE, node.key(), new Names()));
        }

        private Set<String> held(Kind kind) {
            Set<String> keys = new LinkedHashSet<>();
            if (app != null)
                app.of(kind).forEach(part -> keys.add(part.localKey()));
            return keys;
        }

        private static void add(Set<String> keys, String key) {
            if (!key.isEmpty())
                keys.add(key);
        }

        /** Those whom the nodes mean; every company has the built-in ones. */
        private Set<String> roles(List<ObjectNode> written) {
            Set<String> keys = held(Kind.ROLE);
            written.forEach(node -> add(keys, node.path("assignee").path("role").asString("")));
            keys.removeIf(key -> {
                Role role = directories.of(viewer.tenant()).roleByKey(key);
                return role == null || role.builtIn();
            });
            return keys;
        }

        private Set<String> objectTypes(Set<String> events) {
            Set<String> keys = held(Kind.OBJECT_TYPE);
            tables.forEach(table -> table.fields()
                    .forEach(field -> add(keys, field.config().path("objectType").asString(""))));
            events.forEach(event -> {
                ObjectNode type = contents.of(viewer, Kind.EVENT_TYPE, event, new Names());
                if (type != null)
                    add(keys, type.path("objectType").asString(""));
            });
            return keys;
        }

        private void list(Kind kind, Set<String> localKeys) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            for (String key : localKeys)
                put(list, kind, key);
            if (!list.isEmpty())
                file.set(kind.list, list);
        }

        private @Nullable ObjectNode put(ArrayNode list, Kind kind, String localKey) {
            ObjectNode content = contents.of(viewer, kind, localKey, names);
            if (content == null)
                return null;
            String key = names.inFile(kind, localKey);
            content.put("key", key.substring(key.indexOf('/') + 1));
            list.add(content);
            return content;
        }

        private void tables() {
            ArrayNode list = file.putArray(Kind.TABLE.list);
            for (Table table : tables) {
                ObjectNode content = Objects.requireNonNull(put(list, Kind.TABLE, table.key()));
                ArrayNode fields = content.putArray(Kind.FIELD.list);
                table.fields().forEach(field -> put(fields, Kind.FIELD, table.key() + "/" + field.key()));
                ArrayNode views = content.putArray(Kind.VIEW.list);
                table.views().stream().filter(view -> view.owner() == null)
                        .forEach(view -> put(views, Kind.VIEW, table.key() + "/" + view.key()));
            }
        }
    }
}

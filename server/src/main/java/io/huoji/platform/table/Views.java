package io.huoji.platform.table;

import io.huoji.platform.access.Permission;
import io.huoji.platform.access.Viewer;
import io.huoji.platform.kernel.Ids;
import io.huoji.platform.kernel.Keys;
import io.huoji.platform.kernel.Misuse;
import io.huoji.platform.kernel.Problem;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The saved views of a table: those of all, made by who may change the model, and one's own. */
@Service
public class Views {

    private static final int MOST = 100;
    private static final int SIZE = 20_000;
    private static final List<String> SETTINGS = List.of("filter", "sort", "columns", "density");

    private final Tables tables;
    private final ViewRepository repository;
    private final ModelChanges changes;
    private final Columns columns;
    private final RecordFilter filter;
    private final FieldContexts contexts;

    Views(Tables tables, ViewRepository repository, ModelChanges changes, Columns columns, RecordFilter filter,
            FieldContexts contexts) {
        this.tables = tables;
        this.repository = repository;
        this.changes = changes;
        this.columns = columns;
        this.filter = filter;
        this.contexts = contexts;
    }

    /**
     * A view as somebody wants it; when one is changed, absent parts stay.
     *
     * @param shared whether all see it; by default when its maker may change the model
     */
    public record Wish(@Nullable String key, @Nullable String name, @Nullable ObjectNode config,
            @Nullable Boolean shared, @Nullable Integer position) {}

    /** The views that this viewer can open. */
    public List<View> list(Viewer viewer, String tableKey) {
        return tables.byKey(viewer.tenant(), tableKey)
                .views()
                .stream()
                .filter(view -> view.owner() == null || view.owner().equals(viewer.person()))
                .toList();
    }

    public View create(Viewer viewer, String tableKey, Wish wish) {
        boolean shared = wish.shared() == null ? viewer.may(Permission.MODEL_WRITE) : wish.shared();
        if (shared || viewer.person() == null)
            viewer.needs(Permission.MODEL_WRITE);
        UUID id = Ids.next();
        Table changed = changes.changeViews(viewer, tableKey, (table, problems) -> {
            String key = wish.key() == null ? fresh(table) : wish.key();
            if (!Keys.isKey(key))
                problems.add(Problem.at("key", "bad-key"));
            else if (table.views().stream().anyMatch(view -> view.key().equals(key)))
                problems.add(Problem.at("key", "key-taken", Map.of("value", key)));
            if (table.views().size() >= MOST)
                problems.add(Problem.at("", "too-many-views", Map.of("max", MOST)));
            String name = FieldDefinitions.name(wish.name(), "", problems);
            ObjectNode config = wish.config() == null ? JsonNodeFactory.instance.objectNode() : wish.config();
            check(viewer, table, config, problems);
            Tables.refuseAny(problems);
            repository.insert(viewer.tenant(), table.id(), new View(id, key, name, config,
                    shared ? null : viewer.person(), wish.position() == null ? table.views().size() : wish.position(),
                    1));
        });
        return changed.views().stream().filter(view -> view.id().equals(id)).findFirst().orElseThrow();
    }

    public View change(Viewer viewer, String tableKey, String key, Wish wish) {
        Table changed = changes.changeViews(viewer, tableKey, (table, problems) -> {
            View old = mine(viewer, table, key);
            ObjectNode config = wish.config() == null ? old.config() : wish.config();
            check(viewer, table, config, problems);
            String name = wish.name() == null ? old.name() : FieldDefinitions.name(wish.name(), "", problems);
            Tables.refuseAny(problems);
            repository.update(viewer.tenant(), new View(old.id(), old.key(), name, config, owner(viewer, old, wish),
                    wish.position() == null ? old.position() : wish.position(), old.version()));
        });
        return changed.views().stream().filter(view -> view.key().equals(key)).findFirst().orElseThrow();
    }

    /** Who may change the model may give a view to all, or take one back as his own. */
    private static @Nullable UUID owner(Viewer viewer, View old, Wish wish) {
        if (wish.shared() == null || wish.shared() == (old.owner() == null))
            return old.owner();
        viewer.needs(Permission.MODEL_WRITE);
        return wish.shared() ? null : viewer.person();
    }

    public void delete(Viewer viewer, String tableKey, String key) {
        changes.changeViews(viewer, tableKey,
                (table, problems) -> repository.delete(viewer.tenant(), mine(viewer, table, key).id()));
    }

    /** One's own view, or one of all that one may change. */
    private static View mine(Viewer viewer, Table table, String key) {
        View view = table.views()
                .stream()
                .filter(it -> it.key().equals(key)
                        && (it.owner() == null || it.owner().equals(viewer.person())))
                .findFirst()
                .orElseThrow(() -> new Misuse.NotFound("view", key));
        if (view.owner() == null)
            viewer.needs(Permission.MODEL_WRITE);
        return view;
    }

    private static String fresh(Table table) {
        int number = table.views().size() + 1;
        while (true) {
            String key = "view-" + number++;
            if (table.views().stream().noneMatch(view -> view.key().equals(key)))
                return key;
        }
    }

    private void check(Viewer viewer, Table table, ObjectNode config, List<Problem> problems) {
        for (String setting : config.propertyNames())
            if (!SETTINGS.contains(setting))
                problems.add(Problem.at("config." + setting, "unknown-property", Map.of("name", setting)));
        if (config.toString().length() > SIZE)
            problems.add(Problem.at("config", "text-too-long", Map.of("max", SIZE)));
        try {
            JsonNode condition = config.path("filter");
            if (!condition.isMissingNode() && !condition.isNull())
                filter.compile(table, Condition.read(condition), contexts.of(viewer, table.id()));
            RecordOrder.parse(config.path("sort").asString(""), table, columns);
        } catch (Misuse.Malformed malformed) {
            malformed.problems().forEach(problem -> problems.add(problem.under("config")));
        }
        for (JsonNode column : config.path("columns"))
            if (table.field(column.path("field").asString("")) == null)
                problems.add(Problem.at("config.columns", "unknown-field",
                        Map.of("field", Objects.toString(column.path("field").asString(""), ""))));
    }
}

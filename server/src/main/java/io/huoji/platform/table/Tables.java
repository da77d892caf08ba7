package io.huoji.platform.table;

import io.huoji.platform.access.Permission;
import io.huoji.platform.access.Viewer;
import io.huoji.platform.kernel.Ids;
import io.huoji.platform.kernel.Keys;
import io.huoji.platform.kernel.Misuse;
import io.huoji.platform.kernel.Problem;
import io.huoji.platform.tenant.Stamps;
import io.huoji.platform.tenant.TenantCache;
import io.huoji.platform.tenant.TenantId;
import io.huoji.platform.tenant.TenantTransactions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The tables of a tenant: reading comes from memory, a change takes effect at once. */
@Service
public class Tables {

    private static final int MOST = 500;
    private static final int DESCRIPTION = 2000;

    private final ModelRepository repository;
    private final TenantTransactions transactions;
    private final Stamps stamps;
    private final FieldDefinitions definitions;
    private final Slots slots;
    private final FieldRuleCheck rules;
    private final Clock clock;
    private final TenantCache<Model> models;

    Tables(ModelRepository repository, TenantTransactions transactions, Stamps stamps, FieldDefinitions definitions,
            Slots slots, FieldRuleCheck rules, Clock clock) {
        this.repository = repository;
        this.transactions = transactions;
        this.stamps = stamps;
        this.definitions = definitions;
        this.slots = slots;
        this.rules = rules;
        this.clock = clock;
        this.models = stamps.cache(repository::load);
    }

    Model model(TenantId tenant) {
        return models.of(tenant);
    }

    public List<Table> list(TenantId tenant) {
        return model(tenant).tables(false);
    }

    public List<Table> bin(TenantId tenant) {
        return model(tenant).tables(true);
    }

    /** The living table of that key; 404 when there is none. */
    public Table byKey(TenantId tenant, String key) {
        return model(tenant).table(key);
    }

    public @Nullable Table find(TenantId tenant, UUID id) {
        return model(tenant).find(id);
    }

    public Table create(Viewer viewer, NewTable asked) {
        viewer.needs(Permission.MODEL_WRITE);
        return transactions.in(viewer.tenant(), () -> {
            Model model = model(viewer.tenant());
            List<Problem> problems = new ArrayList<>();
            Table table = draft(viewer, asked, model, problems);
            rules.check(viewer, table, field -> "fields[%d].".formatted(table.fields().indexOf(field)), problems);
            if (model.size() >= MOST)
                problems.add(Problem.at("", "too-many-tables", Map.of("max", MOST)));
            refuseAny(problems);
            repository.insert(viewer.tenant(), table, clock.instant());
            slots.settle(viewer.tenant(), table);
            stamps.bump(viewer.tenant());
            return table;
        });
    }

    private Table draft(Viewer viewer, NewTable asked, Model model, List<Problem> problems) {
        String key = asked.key() == null ? fresh(model) : asked.key();
        if (!Keys.isKey(key))
            problems.add(Problem.at("key", "bad-key"));
        else if (model.knows(key))
            problems.add(Problem.at("key", "key-taken", Map.of("value", key)));
        String name = FieldDefinitions.name(asked.name(), "", problems);
        String description = description(asked.description(), problems);
        UUID id = Ids.next();
        List<Field> fields = new ArrayList<>();
        List<NewField> wanted = asked.fields() == null ? List.of() : asked.fields();
        for (int i = 0; i < wanted.size(); i++) {
            Field field = definitions.make(viewer, id, wanted.get(i), fields, "fields[%d].".formatted(i), problems);
            if (field != null)
                fields.add(field);
        }
        return new Table(id, key, name, description, model.size(), 1, false, fields, List.of(), List.of());
    }

    private static String description(@Nullable String given, List<Problem> problems) {
        String text = given == null ? "" : given.strip();
        if (text.length() > DESCRIPTION)
            problems.add(Problem.at("description", "text-too-long", Map.of("max", DESCRIPTION)));
        return text;
    }

    private static String fresh(Model model) {
        int number = model.size() + 1;
        while (model.knows("table-" + number))
            number++;
        return "table-" + number;
    }

    /** Changes what is given and leaves the rest. */
    public Table change(Viewer viewer, String key, @Nullable String name, @Nullable String description,
            @Nullable Integer position, @Nullable Long ifMatch) {
        return store(viewer, () -> byKey(viewer.tenant(), key), ifMatch, (old, problems) -> new Table(old.id(),
                old.key(), name == null ? old.name() : FieldDefinitions.name(name, "", problems),
                description == null ? old.description() : description(description, problems),
                position == null ? old.position() : position, old.version(), false, old.fields(), old.bin(),
                old.views()));
    }

    /** Puts the table with its records into the bin; nothing of it is lost. */
    public void delete(Viewer viewer, String key, @Nullable Long ifMatch) {
        store(viewer, () -> byKey(viewer.tenant(), key), ifMatch, (old, problems) -> deleted(old, true));
    }

    public Table restore(Viewer viewer, String key) {
        return store(viewer, () -> model(viewer.tenant()).deletedTable(key), null,
                (old, problems) -> deleted(old, false));
    }

    private static Table deleted(Table table, boolean deleted) {
        return new Table(table.id(), table.key(), table.name(), table.description(), table.position(), table.version(),
                deleted, table.fields(), table.bin(), table.views());
    }

    private Table store(Viewer viewer, Supplier<Table> find, @Nullable Long ifMatch,
            BiFunction<Table, List<Problem>, Table> change) {
        viewer.needs(Permission.MODEL_WRITE);
        UUID id = transactions.in(viewer.tenant(), () -> {
            Table old = find.get();
            if (ifMatch != null && ifMatch != old.version())
                throw new Misuse.Stale(old.version());
            List<Problem> problems = new ArrayList<>();
            Table changed = change.apply(old, problems);
            refuseAny(problems);
            if (repository.update(viewer.tenant(), changed, changed.deleted() ? clock.instant() : null) == 0)
                throw new Misuse.Stale(old.version() + 1);
            stamps.bump(viewer.tenant());
            return old.id();
        });
        return Objects.requireNonNull(find(viewer.tenant(), id));
    }

    static void refuseAny(List<Problem> problems) {
        if (!problems.isEmpty())
            throw new Misuse.Refused(problems);
    }
}

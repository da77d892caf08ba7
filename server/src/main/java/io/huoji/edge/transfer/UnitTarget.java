package io.huoji.edge.transfer;

import io.huoji.edge.api.Messages;
import io.huoji.platform.access.Permission;
import io.huoji.platform.access.Viewer;
import io.huoji.platform.kernel.Page;
import io.huoji.platform.org.Directories;
import io.huoji.platform.org.Directory;
import io.huoji.platform.org.Rights;
import io.huoji.platform.org.Unit;
import io.huoji.platform.org.Units;
import io.huoji.platform.table.ImportOutcome;
import io.huoji.platform.table.ImportPlan;
import io.huoji.platform.table.ImportRow;
import io.huoji.platform.table.field.SheetKind;
import io.huoji.platform.tenant.TenantTransactions;
import io.huoji.platform.tenant.Tenants;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The units of the company; a unit may stand anywhere in the file, above or below its parent. */
@Component
class UnitTarget implements Target {

    private static final int AT_ONCE = 2_000;
    private static final List<String> KEYS = List.of("code", "name", "parent", "kind");

    private final Directories directories;
    private final Units units;
    private final TenantTransactions transactions;
    private final Tenants tenants;
    private final Messages messages;
    private final Clock clock;

    UnitTarget(Directories directories, Units units, TenantTransactions transactions, Tenants tenants,
            Messages messages, Clock clock) {
        this.directories = directories;
        this.units = units;
        this.transactions = transactions;
        this.tenants = tenants;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public String name(Viewer viewer, Locale locale) {
        return messages.of("transfer.target.units", locale);
    }

    @Override
    public List<TargetColumn> columns(Viewer viewer, Locale locale) {
        Directory directory = directories.of(viewer.tenant());
        return KEYS.stream()
                .map(key -> new TargetColumn(key, messages.of("transfer.units." + key, locale),
                        key.equals("parent") ? "unit" : "text", SheetKind.TEXT, key.equals("name"),
                        key.equals("code"), true, messages.of("transfer.units.help." + key, locale),
                        key.equals("parent") ? directory.units().stream().map(directory::wordOf).toList() : List.of(),
                        Synonyms.of(messages, "transfer.synonyms.units." + key)))
                .toList();
    }

    @Override
    public void needsImport(Viewer viewer) {
        viewer.needs(Permission.PEOPLE_WRITE);
    }

    @Override
    public int atOnce() {
        return AT_ONCE;
    }

    @Override
    public int understood(Viewer viewer, String field, List<String> words) {
        Directory directory = directories.of(viewer.tenant());
        return field.equals("parent")
                ? (int) words.stream().filter(word -> !directory.unitsMeant(word).isEmpty()).count()
                : 0;
    }

    /** Undoes what was only tried. */
    private static final class Undo extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient List<ImportOutcome> outcomes;

        Undo(List<ImportOutcome> outcomes) {
            super(null, null, false, false);
            this.outcomes = outcomes;
        }
    }

    @Override
    public List<ImportOutcome> check(Viewer viewer, ImportPlan plan, List<ImportRow> rows) {
        needsImport(viewer);
        Rights rights = rights(viewer);
        try {
            transactions.run(viewer.tenant(), () -> {
                throw new Undo(new UnitRows(units, rights, plan).take(rows));
            });
            throw new IllegalStateException("A trial is always undone.");
        } catch (Undo tried) {
            return tried.outcomes;
        }
    }

    @Override
    public void write(Viewer viewer, ImportPlan plan, List<ImportRow> rows, Consumer<List<ImportOutcome>> beside) {
        needsImport(viewer);
        Rights rights = rights(viewer);
        transactions.run(viewer.tenant(), () -> beside.accept(new UnitRows(units, rights, plan).take(rows)));
    }

    private Rights rights(Viewer viewer) {
        return new Rights(viewer, directories.of(viewer.tenant()),
                tenants.byId(viewer.tenant()).dayOf(clock.instant()));
    }

    @Override
    public List<String> usualColumns(Viewer viewer, ExportWish wish) {
        return KEYS;
    }

    @Override
    public Page<List<String>> page(Viewer viewer, ExportWish wish, List<String> keys, @Nullable String cursor,
            int limit) {
        Directory directory = directories.of(viewer.tenant());
        Set<UUID> known = rights(viewer).knownUnits();
        List<Unit> all = directory.units().stream().filter(unit -> known.contains(unit.id())).toList();
        int from = cursor == null ? 0 : Math.min(Integer.parseInt(cursor), all.size());
        int to = Math.min(from + limit, all.size());
        return new Page<>(all.subList(from, to).stream()
                .map(unit -> keys.stream().map(key -> cell(directory, unit, key)).toList())
                .toList(), to < all.size() ? String.valueOf(to) : null,
                cursor == null ? (Long) (long) all.size() : null);
    }

    private static String cell(Directory directory, Unit unit, String key) {
        Unit parent = unit.parent() == null ? null : directory.unit(unit.parent());
        return switch (key) {
            case "code" -> unit.code();
            case "name" -> unit.name();
            case "kind" -> unit.kind();
            case "parent" -> parent == null ? "" : directory.wordOf(parent);
            default -> "";
        };
    }
}

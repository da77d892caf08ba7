package io.huoji.edge.transfer;

import io.huoji.edge.api.Messages;
import io.huoji.platform.access.Permission;
import io.huoji.platform.access.Viewer;
import io.huoji.platform.kernel.Page;
import io.huoji.platform.table.Condition;
import io.huoji.platform.table.ImportOutcome;
import io.huoji.platform.table.ImportPlan;
import io.huoji.platform.table.ImportRow;
import io.huoji.platform.table.RecordImports;
import io.huoji.platform.table.RecordQuery;
import io.huoji.platform.table.RecordSheets;
import io.huoji.platform.table.SheetColumn;
import io.huoji.platform.table.Tables;
import io.huoji.platform.table.field.SheetKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The records of one table. */
final class TableTarget implements Target {

    private static final int AT_ONCE = 500;

    private final String table;
    private final Parts parts;

    /** What it works with. */
    record Parts(Tables tables, RecordSheets sheets, RecordImports imports, Messages messages, JsonMapper json) {}

    TableTarget(String table, Parts parts) {
        this.table = table;
        this.parts = parts;
    }

    @Override
    public String name(Viewer viewer, Locale locale) {
        return parts.tables().byKey(viewer.tenant(), table).name();
    }

    @Override
    public List<TargetColumn> columns(Viewer viewer, Locale locale) {
        List<TargetColumn> columns = new ArrayList<>();
        List<SheetColumn> fields = parts.sheets().columns(viewer, table);
        for (SheetColumn field : fields) {
            boolean isNamedTwice = fields.stream().filter(it -> it.name().equals(field.name())).count() > 1;
            columns.add(new TargetColumn(field.key(),
                    isNamedTwice ? "%s (%s)".formatted(field.name(), field.key()) : field.name(), field.type(),
                    field.kind(), field.required(), field.unique(), true, field.help() == null ? "" : field.help(),
                    field.choices(), synonyms(field)));
        }
        columns.add(internal(ImportPlan.EXTERNAL_ID, locale));
        columns.add(internal(ImportPlan.ID, locale));
        return columns;
    }

    private TargetColumn internal(String key, Locale locale) {
        return new TargetColumn(key, parts.messages().of("transfer.column." + key, locale), "text", SheetKind.TEXT,
                false, true, false, "", List.of(),
                List.of(parts.messages().of("transfer.column." + key, Locale.CHINESE),
                        parts.messages().of("transfer.column." + key, Locale.ENGLISH)));
    }

    private List<String> synonyms(SheetColumn field) {
        String role = field.role();
        return role == null ? List.of() : Synonyms.of(parts.messages(), "transfer.synonyms.role." + role);
    }

    @Override
    public void needsImport(Viewer viewer) {
        viewer.needs(Permission.RECORDS_IMPORT);
    }

    @Override
    public int atOnce() {
        return AT_ONCE;
    }

    @Override
    public int understood(Viewer viewer, String field, List<String> words) {
        return parts.sheets().understood(viewer, table, field, words);
    }

    @Override
    public List<ImportOutcome> check(Viewer viewer, ImportPlan plan, List<ImportRow> rows) {
        return parts.imports().check(viewer, table, plan, rows);
    }

    @Override
    public void write(Viewer viewer, ImportPlan plan, List<ImportRow> rows, Consumer<List<ImportOutcome>> beside) {
        parts.imports().write(viewer, table, plan, rows, beside);
    }

    @Override
    public List<String> usualColumns(Viewer viewer, ExportWish wish) {
        return parts.tables().byKey(viewer.tenant(), table).fields().stream().map(field -> field.key()).toList();
    }

    @Override
    public Page<List<String>> page(Viewer viewer, ExportWish wish, List<String> keys, @Nullable String cursor,
            int limit) {
        return parts.sheets().page(viewer, table, new RecordQuery(Condition.parse(wish.filter(), parts.json()),
                wish.sort(), limit, cursor, cursor == null, false), keys);
    }
}

package io.huoji.edge.transfer;

import io.huoji.platform.access.Viewer;
import io.huoji.platform.kernel.Page;
import io.huoji.platform.table.ImportOutcome;
import io.huoji.platform.table.ImportPlan;
import io.huoji.platform.table.ImportRow;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a spreadsheet is filled from and read into: a table, the people, the units. */
interface Target {

    /** What people call it. */
    String name(Viewer viewer, Locale locale);

    List<TargetColumn> columns(Viewer viewer, Locale locale);

    /** Refuses who may not import here. */
    void needsImport(Viewer viewer);

    /** How many rows are taken at once. */
    int atOnce();

    /** How many of these words the field would take. */
    int understood(Viewer viewer, String field, List<String> words);

    /** What would become of the rows; stores nothing. */
    List<ImportOutcome> check(Viewer viewer, ImportPlan plan, List<ImportRow> rows);

    /** Stores what can be stored; see {@link io.huoji.platform.table.RecordImports#write}. */
    void write(Viewer viewer, ImportPlan plan, List<ImportRow> rows, Consumer<List<ImportOutcome>> beside);

    /** The keys of the columns that an export has when nobody names any. */
    List<String> usualColumns(Viewer viewer, ExportWish wish);

    /** A page of rows; the count of all when it is asked for without a cursor. */
    Page<List<String>> page(Viewer viewer, ExportWish wish, List<String> keys, @Nullable String cursor, int limit);
}

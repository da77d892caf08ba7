package io.huoji.platform.table;

import io.huoji.platform.access.Permission;
import io.huoji.platform.access.Viewer;
import io.huoji.platform.kernel.Page;
import io.huoji.platform.kernel.Problem;
import io.huoji.platform.table.field.FieldContext;
import io.huoji.platform.tenant.TenantTransactions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;

/** Tables as spreadsheets: their columns, and their records row by row in the words of cells. */
@Service
public class RecordSheets {

    private final Tables tables;
    private final RecordLists lists;
    private final FieldContexts contexts;
    private final TenantTransactions transactions;

    RecordSheets(Tables tables, RecordLists lists, FieldContexts contexts, TenantTransactions transactions) {
        this.tables = tables;
        this.lists = lists;
        this.contexts = contexts;
        this.transactions = transactions;
    }

    public List<SheetColumn> columns(Viewer viewer, String tableKey) {
        Table table = tables.byKey(viewer.tenant(), tableKey);
        FieldContexts.Request request = contexts.of(viewer, table.id());
        return table.fields()
                .stream()
                .map(field -> new SheetColumn(field.key(), field.name(), field.type().key(), field.type().sheetKind(),
                        field.role(), field.required(), field.isUnique(),
                        field.config().path("help").isString() ? field.config().path("help").asString() : null,
                        field.type().sheetChoices(request.field(field))))
                .toList();
    }

    /**
     * A page of records as rows of cells, each in a short transaction of its own.
     *
     * @param keys the fields wanted, in their order; {@value ImportPlan#ID} gives the id
     */
    public Page<List<String>> page(Viewer viewer, String tableKey, RecordQuery query, List<String> keys) {
        viewer.needs(Permission.RECORDS_READ);
        return transactions.in(viewer.tenant(), () -> {
            Table table = tables.byKey(viewer.tenant(), tableKey);
            FieldContexts.Request request = contexts.of(viewer, table.id());
            Page<RecordRow> page = lists.page(viewer, table, query);
            preload(table, keys, page.items(), request);
            return page.map(row -> keys.stream().map(key -> cell(table, key, row, request)).toList());
        });
    }

    private static void preload(Table table, List<String> keys, List<RecordRow> rows, FieldContexts.Request request) {
        for (Field field : table.fields())
            if (keys.contains(field.key())) {
                FieldContext context = request.field(field);
                List<JsonNode> stored = rows.stream().map(row -> RecordValues.of(row, field)).filter(Objects::nonNull)
                        .toList();
                field.type().preloadStored(stored, context);
            }
    }

    private static String cell(Table table, String key, RecordRow row, FieldContexts.Request request) {
        if (key.equals(ImportPlan.ID))
            return row.id().toString();
        Field field = table.field(key);
        JsonNode stored = field == null ? null : RecordValues.of(row, field);
        return field == null || stored == null ? "" : field.type().inSheet(stored, request.field(field));
    }

    /** How many of these words the field would take: what guesses by content which column is which field. */
    public int understood(Viewer viewer, String tableKey, String key, List<String> words) {
        Table table = tables.byKey(viewer.tenant(), tableKey);
        Field field = table.field(key);
        if (field == null)
            return 0;
        FieldContext context = contexts.of(viewer, table.id()).field(field);
        return (int) words.stream().filter(word -> {
            List<Problem> problems = new ArrayList<>();
            JsonNode read = field.type().ofSheet(word, context, problems);
            return read != null && problems.isEmpty() && field.type().parse(read, context, problems) != null
                    && problems.isEmpty();
        }).count();
    }
}

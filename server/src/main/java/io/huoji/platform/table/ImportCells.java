package io.huoji.platform.table;

import io.huoji.platform.kernel.Problem;
import io.huoji.platform.table.field.FieldContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/**
 * The values that a row says, in the form of the API.
 *
 * @param there    the record that the row means, or null
 * @param problems what can't be told of its cells
 */
record ImportCells(ImportRow row, @Nullable RecordRow there, Map<String, JsonNode> values, List<Problem> problems) {

    /** Of a record that is there, only what the row says differently: so what nobody touched is never judged anew. */
    static ImportCells of(Table table, FieldContexts.Request request, boolean emptyClears, ImportRow row,
            @Nullable RecordRow there) {
        Map<String, JsonNode> values = new HashMap<>();
        List<Problem> problems = new ArrayList<>();
        row.cells().forEach((key, cell) -> {
            Field field = table.field(key);
            if (field == null) {
                if (!key.equals(ImportPlan.ID) && !key.equals(ImportPlan.EXTERNAL_ID))
                    problems.add(Problem.at("fields." + key, "unknown-field", Map.of("field", key)));
                return;
            }
            FieldContext context = request.field(field);
            JsonNode stored = there == null ? null : RecordValues.of(there, field);
            if (cell.isBlank()) {
                if (emptyClears && stored != null)
                    values.put(key, NullNode.instance);
            } else if (stored == null || !isSame(field.type().inSheet(stored, context), cell)) {
                JsonNode value = field.type().ofSheet(cell, context, problems);
                if (value != null)
                    values.put(key, value);
            }
        });
        return new ImportCells(row, there, values, problems);
    }

    private static boolean isSame(String said, String cell) {
        return said.equals(cell) || plain(said).equals(plain(cell));
    }

    private static String plain(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n').strip();
    }
}

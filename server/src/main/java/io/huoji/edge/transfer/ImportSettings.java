package io.huoji.edge.transfer;

import io.huoji.platform.table.ImportPlan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a file is to be read and taken.
 *
 * @param sheet     which of the file's sheets, from 0
 * @param headerRow number of the row that holds the heads
 * @param mapping   for each column the field that it fills; empty: left out
 */
record ImportSettings(int sheet, int headerRow, List<String> mapping, @Nullable String match,
        ImportPlan.Mode mode, boolean emptyClears) {

    ImportPlan plan() {
        return new ImportPlan(match, mode, emptyClears);
    }

    /** Index of the column that fills the field; -1 when none does. */
    int columnOf(String field) {
        return mapping.indexOf(field);
    }
}

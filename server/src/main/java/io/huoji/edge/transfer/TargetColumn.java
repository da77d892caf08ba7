package io.huoji.edge.transfer;

import io.huoji.edge.transfer.sheet.SheetHead;
import io.huoji.platform.table.field.SheetKind;
import java.util.List;

/**
 * A field that a column of a spreadsheet can fill.
 *
 * @param type     word for what it holds: the key of a field type
 * @param matches  whether rows can find what they mean by it
 * @param proper   whether it belongs to the thing itself; ids are only for finding it again
 * @param synonyms other heads by which people know it
 */
record TargetColumn(String key, String name, String type, SheetKind kind, boolean required, boolean matches,
        boolean proper, String help, List<String> choices, List<String> synonyms) {

    SheetHead head() {
        return new SheetHead(name, kind, "", List.of());
    }
}

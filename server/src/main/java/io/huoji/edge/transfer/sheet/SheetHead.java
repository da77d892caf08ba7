package io.huoji.edge.transfer.sheet;

import io.huoji.platform.table.field.SheetKind;
import java.util.List;

/**
 * The head of a column that is written.
 *
 * @param hint    shown as a note at the head; empty for none
 * @param choices the words to choose from; empty for any
 */
public record SheetHead(String name, SheetKind kind, String hint, List<String> choices) {

    public static SheetHead text(String name) {
        return new SheetHead(name, SheetKind.TEXT, "", List.of());
    }
}

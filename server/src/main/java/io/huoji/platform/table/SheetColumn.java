package io.huoji.platform.table;

import io.huoji.platform.table.field.SheetKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field as a column of a spreadsheet.
 *
 * @param type    key of its type
 * @param help    what it asks for, as its maker said it
 * @param choices the words to choose from; empty when any will do
 */
public record SheetColumn(String key, String name, String type, SheetKind kind, @Nullable String role,
        boolean required, boolean unique, @Nullable String help, List<String> choices) {}

package io.huoji.platform.table;

/**
 * The typed column of the record that carries a copy of a field for searching and sorting.
 *
 * @param filled true once every record carries the copy; until then lists read the JSON, with the same result
 */
public record Slot(String column, boolean filled) {

    char kind() {
        return column.charAt(0);
    }
}

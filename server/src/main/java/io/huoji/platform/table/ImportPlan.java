package io.huoji.platform.table;

import org.jspecify.annotations.Nullable;

/**
 * How the rows of a file meet the records of a table.
 *
 * @param match       by what a row finds the record that it means: a field that does not repeat, {@value #ID} or
 *                    {@value #EXTERNAL_ID}; null: every row is new
 * @param emptyClears whether a blank cell empties the field of a record that is there, or leaves it
 */
public record ImportPlan(@Nullable String match, Mode mode, boolean emptyClears) {

    /** The id of a record, as an export gives it. */
    public static final String ID = "id";
    public static final String EXTERNAL_ID = "externalId";

    /** Which rows are taken. */
    public enum Mode {
        /** All: known ones change, others are made. */
        UPSERT,
        /** Unknown ones; known records stay as they are. */
        CREATE,
        /** Known ones; an unknown one is a mistake. */
        UPDATE
    }
}

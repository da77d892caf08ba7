package io.huoji.edge.transfer;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What goes in or out.
 *
 * @param table key of the table; null for people and units
 */
record Subject(Kind kind, @Nullable String table) {

    static final Subject PEOPLE = new Subject(Kind.PEOPLE, null);
    static final Subject UNITS = new Subject(Kind.UNITS, null);

    /** The things that a spreadsheet can hold. */
    enum Kind {
        TABLE, PEOPLE, UNITS;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Subject table(String key) {
        return new Subject(Kind.TABLE, key);
    }
}

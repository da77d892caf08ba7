package io.huoji.platform.table;

import java.util.Locale;

/** How a record came in; follows from the path, never from the body. */
public enum Source {
    FORM, GRID, API, EMBED, RULE, OFFLINE, CONNECTOR, IMPORT;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Source byKey(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }

    /** Its claimed time is taken as the effective one. */
    public boolean isTrusted() {
        return this == IMPORT || this == CONNECTOR;
    }
}

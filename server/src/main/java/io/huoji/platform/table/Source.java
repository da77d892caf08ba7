package io.huoji.platform.table;

import io.huoji.platform.access.Viewer;
import java.util.Locale;

/** How a record came in; follows from the path, never from the body. */
public enum Source {
    FORM, GRID, API, EMBED, RULE, OFFLINE, CONNECTOR, IMPORT;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What a caller's way in is called; a signed-in person works by form or in the grid. */
    static Source of(Viewer viewer, boolean grid) {
        return switch (viewer.kind()) {
            case TOKEN, SYSTEM -> API;
            case TICKET -> EMBED;
            case SESSION -> grid ? GRID : FORM;
        };
    }

    public static Source byKey(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }

    /** Its claimed time is taken as the effective one. */
    public boolean isTrusted() {
        return this == IMPORT || this == CONNECTOR;
    }
}

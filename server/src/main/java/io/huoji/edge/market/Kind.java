package io.huoji.edge.market;

import java.util.Arrays;
import java.util.List;

/** What an app is made of, in the order in which it is put together: each may name those before it. */
enum Kind {
    ROLE("roles", "key name class scope permissions"), OBJECT_TYPE("objectTypes", "key name"), EVENT_TYPE("eventTypes",
            "key name objectType outcome"), TABLE("tables", "key name description"), FIELD("fields",
                    "key name type role required config"), SCENE("scenes", "key name description"), NODE("nodes",
                            "key scene table name why assignee trigger grace dueSoon evidence weight"),
    /** Last, as its filter may name nodes. */
    VIEW("views", "key name config");

    /** The name of its list in a file. */
    final String list;
    private final String properties;

    Kind(String list, String properties) {
        this.list = list;
        this.properties = " " + properties + " ";
    }

    boolean knows(String property) {
        return properties.contains(" " + property + " ");
    }

    /** Common words of a company (roles, types): when they are here already, the app uses them as they are. */
    boolean isShared() {
        return this == ROLE || this == OBJECT_TYPE || this == EVENT_TYPE;
    }

    /** Stands inside a table. */
    boolean isInTable() {
        return this == FIELD || this == VIEW;
    }

    static List<Kind> ofFile() {
        return Arrays.stream(values()).filter(kind -> !kind.isInTable()).toList();
    }
}

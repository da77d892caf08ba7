package io.huoji.platform.org;

import java.util.Arrays;
import java.util.Optional;

/** The kind of work of a role's holders; thresholds of the metrics differ by it. */
public enum RoleClass {
    KNOWLEDGE("knowledge"), SERVICE("service");

    private final String key;

    RoleClass(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }

    public static Optional<RoleClass> byKey(String key) {
        return Arrays.stream(values()).filter(it -> it.key.equals(key)).findFirst();
    }
}

package io.huoji.platform.org;

import java.util.Arrays;
import java.util.Optional;

/** Whose rows the holder of a role may know of. */
public enum Scope {
    OWN("own"), REPORTS("reports"), UNIT("unit"), UNIT_AND_BELOW("unitAndBelow"), LISTED("listed"), ALL("all");

    private final String key;

    Scope(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }

    public static Optional<Scope> byKey(String key) {
        return Arrays.stream(values()).filter(it -> it.key.equals(key)).findFirst();
    }
}

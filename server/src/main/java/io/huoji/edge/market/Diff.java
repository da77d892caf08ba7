package io.huoji.edge.market;

import java.util.List;
import java.util.Locale;

/**
 * What bringing a file in does, part by part.
 *
 * @param app       what it is called here
 * @param from      the version that was here; empty when there was none
 * @param isPreview nothing was stored
 */
record Diff(String app, String name, String from, String to, boolean isPreview, List<Item> items) {

    /** What becomes of a part. */
    enum State {
        /** It is new here. */
        ADDED,
        /** The file changes it. */
        CHANGED,
        /** It is as the file says. */
        UNCHANGED,
        /** The file would change it, and what the tenant made of it stays; or the tenant deleted it. */
        KEPT,
        /** It was here before the app and is used as it is. */
        SHARED,
        /** Its key belongs to something else. */
        CONFLICT,
        /** The file no longer has it; it stays. */
        LEFT;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One part.
     *
     * @param localKey what it is called here, when that is not its key
     * @param changed  properties that the file changes
     * @param kept     properties that stay as the tenant made them
     */
    record Item(Kind kind, String key, String localKey, String name, State state, List<String> changed,
            List<String> kept) {}
}

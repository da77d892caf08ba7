package io.huoji.platform.table;

/**
 * How a batch is to be stored.
 *
 * @param atomic    all or nothing
 * @param importing the right {@code records.import}: claimed times count as effective
 */
public record BatchOptions(boolean atomic, boolean importing, OnExisting onExisting) {

    /** What to do with an item whose external id is known: answer it, or 409 when it differs; leave it; change it. */
    public enum OnExisting {
        COMPARE, SKIP, UPDATE
    }
}

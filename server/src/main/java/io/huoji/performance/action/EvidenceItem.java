package io.huoji.performance.action;

/**
 * One piece of evidence that a node lists.
 *
 * @param min how many of it
 */
public record EvidenceItem(Kind kind, int min, Mode mode) {

    /** What it is. */
    public enum Kind {
        PHOTO, RECORDING, DOCUMENT, LINK;

        public String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** EXPECTED: saved, measured, may be added later. REQUIRED: refused without. */
    public enum Mode {
        EXPECTED, REQUIRED;

        public String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}

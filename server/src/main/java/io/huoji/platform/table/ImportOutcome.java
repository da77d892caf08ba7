package io.huoji.platform.table;

import io.huoji.platform.kernel.Problem;
import java.util.List;

/**
 * What became of a row, or would become of it.
 *
 * @param problems why not; fields are named as {@code fields.<key>}
 */
public record ImportOutcome(int number, Fate fate, List<Problem> problems) {

    /** The ways a row can go. */
    public enum Fate {
        CREATED, UPDATED, UNCHANGED, WRONG
    }

    public static ImportOutcome wrong(int number, List<Problem> problems) {
        return new ImportOutcome(number, Fate.WRONG, List.copyOf(problems));
    }
}

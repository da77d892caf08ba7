package io.huoji.insight.metric;

import java.util.Arrays;

/** The sums of {@link Formulas#COLUMNS} over some cells; additive. */
final class Counts {

    private final int[] sums;

    private Counts(int[] sums) {
        this.sums = sums;
    }

    /** In the order of {@link Formulas#COLUMNS}. */
    static Counts of(int[] sums) {
        return new Counts(sums);
    }

    Counts plus(Counts other) {
        int[] both = new int[sums.length];
        Arrays.setAll(both, n -> sums[n] + other.sums[n]);
        return new Counts(both);
    }

    int of(String column) {
        return sums[Formulas.COLUMNS.indexOf(column)];
    }

    /** Due, counting and never closed. */
    int missed() {
        return of("expected") - of("done");
    }

    boolean isEmpty() {
        return Arrays.stream(sums).allMatch(sum -> sum == 0);
    }
}

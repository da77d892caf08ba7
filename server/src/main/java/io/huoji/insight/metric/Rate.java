package io.huoji.insight.metric;

import org.jspecify.annotations.Nullable;

/**
 * A proportion with its 95 % interval, and how far it may be trusted: below {@link #SHOWN} no value, from there to below
 * {@link #FIRM} marked small. Counts are never hidden.
 */
public record Rate(@Nullable Double value, int numerator, int denominator, int n, @Nullable Double low,
        @Nullable Double high, boolean small, Verdict verdict, @Nullable Double threshold) {

    static final int SHOWN = 5;
    static final int FIRM = 20;

    static Rate of(int numerator, int denominator, @Nullable Double threshold) {
        if (denominator < SHOWN) {
            return new Rate(null, numerator, denominator, denominator, null, null, false, Verdict.TOO_FEW, threshold);
        }
        Wilson interval = Wilson.of(numerator, denominator);
        return new Rate((double) numerator / denominator, numerator, denominator, denominator, interval.low(),
                interval.high(), denominator < FIRM, Verdict.of(interval, threshold), threshold);
    }
}

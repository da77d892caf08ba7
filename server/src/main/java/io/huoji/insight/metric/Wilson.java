package io.huoji.insight.metric;

/**
 * The Wilson score interval of a proportion at 95 % (E. B. Wilson, JASA 22, 1927):
 * (p + z²/2n ± z √(p(1−p)/n + z²/4n²)) / (1 + z²/n) with z = 1.959964.
 *
 * @param low  lower bound, 0 to 1
 * @param high upper bound, 0 to 1
 */
record Wilson(double low, double high) {

    private static final double Z = 1.959963984540054;

    /** The interval of k out of n, n at least 1. */
    static Wilson of(long k, long n) {
        double p = (double) k / n;
        double z2 = Z * Z;
        double middle = p + z2 / (2.0 * n);
        double half = Z * Math.sqrt(p * (1 - p) / n + z2 / (4.0 * n * n));
        double scale = 1 + z2 / n;
        return new Wilson(Math.max(0, (middle - half) / scale), Math.min(1, (middle + half) / scale));
    }
}

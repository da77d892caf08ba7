package io.huoji.insight.metric;

import io.huoji.insight.metric.MetricAnswer.Item;
import io.huoji.insight.metric.MetricAnswer.Keys;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes a rate of figures: value, interval, suppression, verdict. */
final class Rates {

    private static final int TOO_FEW = 5;
    private static final int SMALL = 20;

    private Rates() {}

    static Item of(Definition metric, Keys keys, Figures figures) {
        long k = metric.numerator(figures);
        long n = metric.denominator(figures);
        boolean shown = n >= TOO_FEW;
        Wilson interval = shown ? Wilson.of(k, n) : null;
        boolean ledger = metric == Definition.COMPLETION || metric == Definition.PROVEN;
        boolean quality = metric == Definition.QUALITY;
        return new Item(keys, shown ? (Double) ((double) k / n) : null, k, n, n,
                interval == null ? null : interval.low(),
                interval == null ? null : interval.high(), n < SMALL, verdict(metric.threshold(), interval),
                only(ledger, figures.done()), only(metric == Definition.COMPLETION, figures.done() - k),
                only(ledger, figures.missed()), only(ledger, figures.exempt()), only(ledger, figures.unplanned()),
                quality ? levels(figures) : null, only(quality, figures.missed()),
                only(metric == Definition.EVIDENCE, figures.completeOnTime()), only(!ledger, figures.late()));
    }

    private static @Nullable Long only(boolean wanted, long value) {
        return wanted ? (Long) value : null;
    }

    private static Map<String, Long> levels(Figures figures) {
        Map<String, Long> levels = new LinkedHashMap<>();
        levels.put("MET", figures.met());
        levels.put("IMPROVE", figures.improve());
        levels.put("SUPPORT", figures.support());
        return levels;
    }

    /** Healthy only if the lower bound reaches the threshold, unhealthy only if the upper bound is below it. */
    static String verdict(@Nullable Double threshold, @Nullable Wilson interval) {
        if (interval == null)
            return "tooFew";
        if (threshold == null)
            return "noThreshold";
        if (interval.low() >= threshold)
            return "healthy";
        return interval.high() < threshold ? "unhealthy" : "unsure";
    }
}

package io.huoji.insight.metric;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** What may be said of a rate in view of its threshold and its interval. */
public enum Verdict {
    /** The lower bound reaches the threshold. */
    @JsonProperty("healthy")
    HEALTHY,
    /** The upper bound is below the threshold. */
    @JsonProperty("unhealthy")
    UNHEALTHY,
    /** The interval crosses the threshold. */
    @JsonProperty("unsure")
    UNSURE,
    /** n below 5: no value is shown. */
    @JsonProperty("tooFew")
    TOO_FEW,
    /** Nothing to judge by. */
    @JsonProperty("noThreshold")
    NO_THRESHOLD;

    static Verdict of(Wilson interval, @Nullable Double threshold) {
        if (threshold == null) {
            return NO_THRESHOLD;
        }
        if (interval.low() >= threshold) {
            return HEALTHY;
        }
        return interval.high() < threshold ? UNHEALTHY : UNSURE;
    }
}

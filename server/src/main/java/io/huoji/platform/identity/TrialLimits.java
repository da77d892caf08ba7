package io.huoji.platform.identity;

import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * How often a trial may be asked for within an hour: 3 times for one address, 20 times from one place, 200 times in all. The last
 * two are told to the caller; the first is not, as nobody is to learn what was asked for an address.
 */
@Component
class TrialLimits {

    static final int PER_EMAIL = 3;
    static final int PER_ADDRESS = 20;
    static final int IN_ALL = 200;
    private static final Duration WITHIN = Duration.ofHours(1);

    private final Buckets buckets;

    TrialLimits(Clock clock) {
        this.buckets = new Buckets(clock, WITHIN);
    }

    void take(String address) {
        buckets.take("from " + address, PER_ADDRESS);
        buckets.take("all", IN_ALL);
    }

    /** Whether one more mail may go to that address. */
    boolean mayWrite(String email) {
        return buckets.of("to " + email, PER_EMAIL).tryConsume(1);
    }
}

package io.huoji.platform.identity;

import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** How often a password may be tried in vain: 10 times per login and 100 times per address within 15 minutes. */
@Component
class SignInLimits {

    static final int PER_LOGIN = 10;
    static final int PER_ADDRESS = 100;
    static final Duration WITHIN = Duration.ofMinutes(15);

    private final Buckets buckets;

    SignInLimits(Clock clock) {
        this.buckets = new Buckets(clock, WITHIN);
    }

    /** Takes one try of both; a right password gives it back by {@link #forgive}. */
    void take(String login, String address) {
        buckets.take("login " + login, PER_LOGIN);
        buckets.take("address " + address, PER_ADDRESS);
    }

    void forgive(String login, String address) {
        buckets.of("login " + login, PER_LOGIN).addTokens(1);
        buckets.of("address " + address, PER_ADDRESS).addTokens(1);
    }
}

package io.huoji.platform.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.huoji.platform.kernel.Misuse;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** How often a password may be tried in vain: 10 times per login and 100 times per address within 15 minutes. */
@Component
class SignInLimits {

    static final int PER_LOGIN = 10;
    static final int PER_ADDRESS = 100;
    static final Duration WITHIN = Duration.ofMinutes(15);
    private static final int MOST = 100_000;

    private final TimeMeter time;
    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterAccess(WITHIN)
            .build();

    SignInLimits(Clock clock) {
        this.time = new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return TimeUnit.MILLISECONDS.toNanos(clock.millis());
            }

            @Override
            public boolean isWallClockBased() {
                return true;
            }
        };
    }

    /** Takes one try of both; a right password gives it back by {@link #forgive}. */
    void take(String login, String address) {
        take(bucket("login " + login, PER_LOGIN));
        take(bucket("address " + address, PER_ADDRESS));
    }

    void forgive(String login, String address) {
        bucket("login " + login, PER_LOGIN).addTokens(1);
        bucket("address " + address, PER_ADDRESS).addTokens(1);
    }

    private static void take(Bucket bucket) {
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed())
            throw new Misuse.TooMany(Duration.ofNanos(probe.getNanosToWaitForRefill()).plusSeconds(1));
    }

    private Bucket bucket(String key, int tries) {
        return buckets.get(key, any -> Bucket.builder()
                .addLimit(limit -> limit.capacity(tries).refillGreedy(tries, WITHIN))
                .withCustomTimePrecision(time)
                .build());
    }
}

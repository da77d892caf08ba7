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

/** How often each of many things may happen within one span of time. */
final class Buckets {

    private static final int MOST = 100_000;

    private final Duration within;
    private final TimeMeter time;
    private final Cache<String, Bucket> buckets;

    Buckets(Clock clock, Duration within) {
        this.within = within;
        this.buckets = Caffeine.newBuilder().maximumSize(MOST).expireAfterAccess(within).build();
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

    /** Takes one; refuses with the time to wait when there is none left. */
    void take(String key, int most) {
        ConsumptionProbe probe = of(key, most).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed())
            throw new Misuse.TooMany(Duration.ofNanos(probe.getNanosToWaitForRefill()).plusSeconds(1));
    }

    Bucket of(String key, int most) {
        return buckets.get(key, any -> Bucket.builder()
                .addLimit(limit -> limit.capacity(most).refillGreedy(most, within))
                .withCustomTimePrecision(time)
                .build());
    }
}

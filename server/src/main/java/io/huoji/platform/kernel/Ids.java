package io.huoji.platform.kernel;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Makes UUIDv7 ids (RFC 9562 §5.7). Within one process they grow strictly: 48 bits of milliseconds, 12 bits of a counter,
 * 62 random bits. Ids follow the machine's clock, never the injected one: their order is the order of arrival.
 */
public final class Ids {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final AtomicLong LAST = new AtomicLong();

    private Ids() {}

    public static UUID next() {
        long tick = LAST.updateAndGet(last -> Math.max(last + 1, System.currentTimeMillis() << 12));
        return of(tick >>> 12, (int) (tick & 0xfff), RANDOM.nextLong());
    }

    /** The smallest id of that instant: ids made from then on compare greater or equal. */
    public static UUID lowest(Instant instant) {
        return of(instant.toEpochMilli(), 0, 0);
    }

    /** The id that the text writes out in full; null when it is none. */
    public static @Nullable UUID parse(String text) {
        try {
            return text.length() == 36 ? UUID.fromString(text) : null;
        } catch (IllegalArgumentException notAnId) {
            return null;
        }
    }

    public static Instant instantOf(UUID id) {
        return Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
    }

    private static UUID of(long millis, int counter, long random) {
        return new UUID(millis << 16 | 0x7000L | counter, (random & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L);
    }
}

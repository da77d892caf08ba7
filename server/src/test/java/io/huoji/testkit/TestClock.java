package io.huoji.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that runs with the real time until a test sets or ticks it; {@link #reset} lets it run again. */
public final class TestClock extends Clock {

    private final AtomicReference<Clock> current = new AtomicReference<>(Clock.systemUTC());

    /** Stops at this instant. */
    public void set(Instant instant) {
        current.set(Clock.fixed(instant, ZoneOffset.UTC));
    }

    /** Moves on by this much, and stays stopped when it was. */
    public void tick(Duration duration) {
        current.updateAndGet(clock -> Clock.offset(clock, duration));
    }

    /** Runs with the real time again. */
    public void reset() {
        current.set(Clock.systemUTC());
    }

    @Override
    public Instant instant() {
        return current.get().instant();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(instant(), zone);
    }
}

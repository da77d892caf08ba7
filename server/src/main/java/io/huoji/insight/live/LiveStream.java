package io.huoji.insight.live;

import io.huoji.platform.tenant.TenantId;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One open browser. Its queue holds one signal: all say the same, so a browser that is slow to take them misses none that matters,
 * and never holds up the others.
 */
final class LiveStream {

    /** What a browser is woken for. */
    enum Signal {
        MOVED, END
    }

    private final TenantId tenant;
    private final BlockingQueue<Signal> next = new ArrayBlockingQueue<>(1);
    private volatile boolean ended;

    LiveStream(TenantId tenant) {
        this.tenant = tenant;
    }

    TenantId tenant() {
        return tenant;
    }

    void moved() {
        var _ = next.offer(Signal.MOVED);
    }

    void end() {
        ended = true;
        next.clear();
        var _ = next.offer(Signal.END);
    }

    /** The next signal; null when none came in that time. */
    @Nullable
    Signal await(Duration patience) throws InterruptedException {
        return ended ? Signal.END : next.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
    }
}

package io.huoji.insight.live;

import io.huoji.platform.tenant.TenantId;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The open browsers of this node, by tenant. They end before the web server waits for its requests. */
@Component
class LiveStreams implements SmartLifecycle {

    private final ConcurrentHashMap<TenantId, Set<LiveStream>> open = new ConcurrentHashMap<>();
    private final AtomicInteger count;
    private volatile boolean running;

    LiveStreams(MeterRegistry meters) {
        this.count = meters.gauge("huoji.live.streams", new AtomicInteger());
    }

    void add(LiveStream stream) {
        open.computeIfAbsent(stream.tenant(), tenant -> ConcurrentHashMap.newKeySet()).add(stream);
        count.incrementAndGet();
        if (!running) {
            stream.end();
        }
    }

    void remove(LiveStream stream) {
        open.computeIfPresent(stream.tenant(), (tenant, streams) -> {
            streams.remove(stream);
            return streams.isEmpty() ? null : streams;
        });
        count.decrementAndGet();
    }

    void moved(TenantId tenant) {
        open.getOrDefault(tenant, Set.of()).forEach(LiveStream::moved);
    }

    /** Something may have been missed: everyone looks again. */
    void movedAll() {
        open.values().stream().flatMap(Collection::stream).forEach(LiveStream::moved);
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        open.values().stream().flatMap(Collection::stream).forEach(LiveStream::end);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}

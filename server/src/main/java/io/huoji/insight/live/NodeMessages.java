package io.huoji.insight.live;

import io.huoji.platform.tenant.TenantId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * What nodes on the same database tell each other: which tenants have moved, by NOTIFY on a connection of its own, never inside a
 * business transaction. Nothing depends on its arrival but the haste of other nodes' browsers.
 */
@Component
class NodeMessages implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(NodeMessages.class);
    /** A payload holds 8000 bytes. */
    private static final int TENANTS_PER_MESSAGE = 200;
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final NodeLine line;
    private final LiveStreams streams;
    private final MovedTenants moved;
    private final String self = UUID.randomUUID().toString();
    private volatile boolean running;
    private @Nullable Thread listener;
    private @Nullable Thread teller;

    NodeMessages(NodeLine line, LiveStreams streams, MovedTenants moved) {
        this.line = line;
        this.streams = streams;
        this.moved = moved;
    }

    @Override
    public synchronized void start() {
        if (running) {
            return;
        }
        running = true;
        listener = Thread.ofPlatform().daemon().name("live-listen").start(() -> keepUp(this::listen));
        teller = Thread.ofPlatform().daemon().name("live-tell").start(() -> keepUp(this::tell));
    }

    @Override
    public synchronized void stop() {
        running = false;
        for (Thread thread : java.util.Arrays.asList(listener, teller)) {
            if (thread != null) {
                thread.interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void keepUp(Runnable duty) {
        while (running) {
            try {
                duty.run();
            } catch (DataAccessException broken) {
                if (running) {
                    LOG.warn("The line to other nodes broke ({}); opening it again.", broken.getMessage());
                }
                pause();
            }
        }
    }

    private void listen() {
        // What was told before the line was open is lost.
        line.listen(this::isRunning, streams::movedAll, this::hear);
    }

    private void hear(String message) {
        List<String> words = List.of(message.split(",", -1));
        if (words.getFirst().equals(self)) {
            return;
        }
        words.stream().skip(1).map(UUID::fromString).map(TenantId::new).forEach(streams::moved);
    }

    private void tell() {
        line.tell(this::isRunning, this::untold);
    }

    private List<String> untold() throws InterruptedException {
        List<TenantId> tenants = moved.takeUntold();
        List<String> messages = new ArrayList<>();
        for (int from = 0; from < tenants.size(); from += TENANTS_PER_MESSAGE) {
            List<TenantId> some = tenants.subList(from, Math.min(tenants.size(), from + TENANTS_PER_MESSAGE));
            messages.add(self + "," + String.join(",", some.stream().map(TenantId::toString).toList()));
        }
        return messages;
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}

package io.huoji.platform.event;

import io.huoji.platform.tenant.TenantId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The threads that work lanes. A tenant is woken by the node that committed for it; once a second a bounded sweep over all
 * tenants finds what a dead node left behind.
 */
@Component
class LaneWorkers implements SmartLifecycle {

    private enum State {
        QUEUED, QUEUED_WHOLE, WORKING, WORKING_AND_WOKEN
    }

    private static final int THREADS = 4;
    private static final Logger LOG = LoggerFactory.getLogger(LaneWorkers.class);

    private final Lane lane;
    private final EventRepository repository;
    private final Clock clock;
    private final ConcurrentHashMap<TenantId, State> states = new ConcurrentHashMap<>();
    private final LinkedBlockingQueue<TenantId> queue = new LinkedBlockingQueue<>();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    LaneWorkers(Lane lane, EventRepository repository, Clock clock) {
        this.lane = lane;
        this.repository = repository;
        this.clock = clock;
    }

    void wake(TenantId tenant) {
        wake(tenant, State.QUEUED);
    }

    private void wake(TenantId tenant, State how) {
        states.compute(tenant, (key, state) -> {
            if (state == null) {
                queue.add(tenant);
                return how;
            }
            return state == State.WORKING ? State.WORKING_AND_WOKEN : state == State.QUEUED ? how : state;
        });
    }

    @Scheduled(fixedDelay = 1000)
    void sweep() {
        if (!running)
            return;
        repository.tenantsWithEvents().forEach(tenant -> wake(new TenantId(tenant), State.QUEUED_WHOLE));
        repository.tenantsWithParked(clock.instant()).forEach(tenant -> wake(new TenantId(tenant), State.QUEUED_WHOLE));
    }

    private void loop() {
        while (running) {
            try {
                TenantId tenant = queue.poll(200, TimeUnit.MILLISECONDS);
                if (tenant != null)
                    work(tenant);
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void work(TenantId tenant) {
        State before = states.put(tenant, State.WORKING);
        try {
            Lane.Take take = before == State.QUEUED_WHOLE ? Lane.Take.ALL : Lane.Take.NEW;
            int taken = Lane.BATCH;
            while (running && taken == Lane.BATCH)
                taken = lane.work(tenant, take);
        } catch (RuntimeException failure) {
            // Nothing is lost: the transaction is undone and the sweep comes back to it within a second.
            if (running)
                LOG.warn("The lane of tenant {} failed", tenant, failure);
        } finally {
            states.compute(tenant, (key, state) -> {
                if (state != State.WORKING_AND_WOKEN)
                    return null;
                queue.add(tenant);
                return State.QUEUED;
            });
        }
    }

    @Override
    public void start() {
        running = true;
        for (int i = 1; i <= THREADS; i++)
            threads.add(Thread.ofPlatform().name("lane-" + i).daemon().start(this::loop));
    }

    @Override
    public void stop() {
        running = false;
        for (Thread thread : threads) {
            try {
                thread.join(10_000);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        threads.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}

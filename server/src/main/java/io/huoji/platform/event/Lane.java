package io.huoji.platform.event;

import io.huoji.platform.event.EventRepository.Taken;
import io.huoji.platform.kernel.Ids;
import io.huoji.platform.tenant.TenantId;
import io.huoji.platform.tenant.TenantTransactions;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One tenant's queue, worked by one worker at a time: takes a batch, hands it to each consumer, commits. Only when a consumer fails
 * it begins again and gives each of them a savepoint: what never fails need not pay for it.
 */
@Component
class Lane {

    /** How a batch is taken. */
    enum Take {
        /** Above the low-water mark, which spares the dead rows of the past; gives way to another worker. */
        NEW,
        /** From the very beginning and what was parked too, so that a late commit is found. */
        ALL,
        /** The same, after waiting for whoever holds the lane. */
        ALL_AND_WAIT
    }

    static final int BATCH = 500;
    private static final Duration LOW_MOVES = Duration.ofSeconds(10);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);

    private final EventRepository repository;
    private final TenantTransactions transactions;
    private final TransactionTemplate savepoint;
    private final ObjectProvider<EventConsumer> consumers;
    private final ObjectProvider<BatchListener> listeners;
    private final Clock clock;
    private final MeterRegistry meters;
    private final Timer lag;

    Lane(EventRepository repository, TenantTransactions transactions, PlatformTransactionManager manager,
            ObjectProvider<EventConsumer> consumers, ObjectProvider<BatchListener> listeners, Clock clock,
            MeterRegistry meters) {
        this.repository = repository;
        this.transactions = transactions;
        this.savepoint = new TransactionTemplate(manager);
        this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        this.consumers = consumers;
        this.listeners = listeners;
        this.clock = clock;
        this.meters = meters;
        this.lag = Timer.builder("huoji.event.lag").description("From the oldest event of a batch to its commit")
                .publishPercentileHistogram().register(meters);
    }

    /** Works one batch; answers how many events were taken, −1 when another worker holds the lane. */
    int work(TenantId tenant, Take take) {
        List<Event> batch = taken(tenant, take);
        if (batch == null)
            return -1;
        if (!batch.isEmpty()) {
            lag.record(Duration
                    .ofMillis(System.currentTimeMillis() - Ids.instantOf(batch.getFirst().id()).toEpochMilli()));
            listeners.orderedStream().forEach(listener -> listener.committed(tenant, batch));
        }
        return batch.size();
    }

    private @Nullable List<Event> taken(TenantId tenant, Take take) {
        try {
            return transactions.repeatably(tenant, () -> hold(tenant, take, this::handPlainly));
        } catch (ConsumerFailed failed) {
            return transactions.repeatably(tenant, () -> hold(tenant, take, this::hand));
        }
    }

    private interface Handing {
        void hand(TenantId tenant, EventConsumer consumer, List<Event> wanted);
    }

    private static final class ConsumerFailed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ConsumerFailed(RuntimeException cause) {
            super(cause);
        }
    }

    private @Nullable List<Event> hold(TenantId tenant, Take take, Handing handing) {
        Taken taken = take == Take.NEW ? repository.takeNew(tenant, BATCH) : takeAll(tenant, take);
        if (taken == null)
            return null;
        List<Event> batch = taken.events();
        for (EventConsumer consumer : consumers.orderedStream().toList()) {
            List<Event> wanted = batch.stream().filter(event -> consumer.takes(event.kind())).toList();
            if (!wanted.isEmpty())
                handing.hand(tenant, consumer, wanted);
        }
        if (!batch.isEmpty())
            moveLow(tenant, taken.low(), Ids.instantOf(batch.getLast().id()).minusSeconds(1));
        return batch;
    }

    private @Nullable Taken takeAll(TenantId tenant, Take take) {
        UUID low = take == Take.ALL_AND_WAIT
                ? repository.waitForLane(tenant)
                : repository.holdLane(tenant).orElse(null);
        if (low == null)
            return null;
        retryParked(tenant);
        return new Taken(low, repository.takeAll(tenant, BATCH));
    }

    /** Now and then is enough: it only spares the index entries of the past. */
    private void moveLow(TenantId tenant, UUID low, Instant to) {
        if (Duration.between(Ids.instantOf(low), to).compareTo(LOW_MOVES) > 0)
            repository.moveLow(tenant, Ids.lowest(to));
    }

    private void handPlainly(TenantId tenant, EventConsumer consumer, List<Event> wanted) {
        try {
            consumer.consume(tenant, wanted);
        } catch (RuntimeException failure) {
            throw new ConsumerFailed(failure);
        }
    }

    private void hand(TenantId tenant, EventConsumer consumer, List<Event> wanted) {
        try {
            savepoint.executeWithoutResult(status -> consumer.consume(tenant, wanted));
        } catch (RuntimeException failure) {
            wanted.forEach(event -> handAlone(tenant, consumer, event, 0));
        }
    }

    private void handAlone(TenantId tenant, EventConsumer consumer, Event event, int attempts) {
        try {
            savepoint.executeWithoutResult(status -> consumer.retry(tenant, event));
            if (attempts > 0)
                repository.unpark(tenant, consumer.name(), event.id());
        } catch (RuntimeException failure) {
            LOG.warn("Consumer {} could not take event {} ({}), attempt {}", consumer.name(), event.id(), event.kind(),
                    attempts + 1, failure);
            meters.counter("huoji.event.parked", "consumer", consumer.name()).increment();
            repository.park(tenant, consumer.name(), event, attempts + 1, clock.instant().plus(backoff(attempts)),
                    failure.toString());
        }
    }

    private void retryParked(TenantId tenant) {
        for (EventRepository.Parked parked : repository.dueParked(tenant, clock.instant()))
            consumers.stream().filter(consumer -> consumer.name().equals(parked.consumer())).findFirst()
                    .ifPresent(consumer -> handAlone(tenant, consumer, parked.event(), parked.attempts()));
    }

    private static Duration backoff(int attempts) {
        Duration wait = Duration.ofSeconds(1L << Math.min(attempts, 12));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }
}

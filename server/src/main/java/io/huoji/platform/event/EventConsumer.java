package io.huoji.platform.event;

import io.huoji.platform.tenant.TenantId;
import java.util.List;

/** Someone who works on events. Consumers are called in the order of their {@code @Order}. */
public interface EventConsumer {

    /** A stable name, under which events that it could not take are parked. */
    String name();

    boolean takes(String kind);

    /**
     * Works on a batch inside the lane's transaction, in a savepoint of its own. When it fails, all it did is
     * undone, and its events come one by one by {@link #retry}; an exception then parks that event for this consumer.
     */
    void consume(TenantId tenant, List<Event> batch);

    /** Works on one event of a batch that failed, perhaps long after the others of it. */
    default void retry(TenantId tenant, Event event) {
        consume(tenant, List.of(event));
    }
}

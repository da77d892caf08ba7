package io.huoji.platform.event;

import io.huoji.platform.tenant.TenantId;
import java.util.List;

/** Someone who works on events. Consumers are called in the order of their {@code @Order}. */
public interface EventConsumer {

    /** A stable name, under which events that it could not take are parked. */
    String name();

    boolean takes(String kind);

    /**
     * Works on a batch inside the lane's transaction, in a savepoint of its own. It may be called again with one event alone when
     * the batch failed; an exception then parks that event for this consumer. Must be idempotent.
     */
    void consume(TenantId tenant, List<Event> batch);
}

package io.huoji.platform.job;

import io.huoji.platform.tenant.TenantId;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/**
 * Work that takes longer than a request. It keeps where it stands in its own rows, so that it goes on from there when it is called
 * again: after a stop of the server, after a crash, after a failure.
 */
public interface LongWork {

    /** Stable and unique among all kinds of long work. */
    String name();

    /**
     * Does the work, or the next part of it.
     *
     * @param stops true once the server is about to stop: return soon then
     * @return true when it is done; false to be called again
     */
    boolean run(TenantId tenant, UUID id, BooleanSupplier stops);

    /** Called when it failed so often that it won't be tried again. */
    void giveUp(TenantId tenant, UUID id);
}

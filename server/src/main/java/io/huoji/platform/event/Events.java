package io.huoji.platform.event;

import io.huoji.platform.kernel.Ids;
import io.huoji.platform.tenant.TenantId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/** Where changes leave their events. */
@Service
public class Events {

    /** The insert for a statement string: tenant, id, kind, subject, payload as JSON text. */
    public static final String INSERT = "insert into event (tenant_id, id, kind, subject_id, payload) values (?, ?, ?, ?, ?::jsonb)";

    private final EventRepository repository;
    private final LaneWorkers workers;
    private final Lane lane;
    private final JsonMapper json;

    Events(EventRepository repository, LaneWorkers workers, Lane lane, JsonMapper json) {
        this.repository = repository;
        this.workers = workers;
        this.lane = lane;
        this.json = json;
    }

    /** Leaves an event in the open transaction of that tenant; its lane is woken when the transaction commits. */
    public void append(TenantId tenant, String kind, @Nullable UUID subject, Object payload) {
        repository.insert(tenant, Ids.next(), kind, subject, json.writeValueAsString(payload));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                wake(tenant);
            }
        });
    }

    /** Says that events of that tenant have been committed: its lane is worked at once on this node. No query. */
    public void wake(TenantId tenant) {
        workers.wake(tenant);
    }

    /** Keeps every worker off the tenant's lane until the open transaction ends. */
    public void hold(TenantId tenant) {
        repository.waitForLane(tenant);
    }

    /** Works the tenant's lane in the caller's thread until nothing is left; waits for another worker. For tests and loaders. */
    public void drain(TenantId tenant) {
        while (lane.work(tenant, Lane.Take.ALL_AND_WAIT) > 0) {
            Thread.onSpinWait();
        }
    }
}

package io.huoji.insight.live;

import io.huoji.platform.event.BatchListener;
import io.huoji.platform.event.Event;
import io.huoji.platform.tenant.TenantId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Hears of each batch right after its commit: browsers of this node are told at once, other nodes by {@link NodeMessages}. */
@Component
class MovedTenants implements BatchListener {

    private final LiveStreams streams;
    private final Set<TenantId> untold = new LinkedHashSet<>();

    MovedTenants(LiveStreams streams) {
        this.streams = streams;
    }

    @Override
    public void committed(TenantId tenant, List<Event> batch) {
        if (batch.stream().noneMatch(event -> movesBoards(event.kind()))) {
            return;
        }
        streams.moved(tenant);
        synchronized (untold) {
            untold.add(tenant);
            untold.notifyAll();
        }
    }

    /** What other nodes have not been told yet, each tenant once however many batches it had; waits for the first. */
    List<TenantId> takeUntold() throws InterruptedException {
        synchronized (untold) {
            while (untold.isEmpty()) {
                untold.wait();
            }
            List<TenantId> taken = new ArrayList<>(untold);
            untold.clear();
            return taken;
        }
    }

    private static boolean movesBoards(String kind) {
        return kind.startsWith("record.") || kind.equals("ledger.changed");
    }
}

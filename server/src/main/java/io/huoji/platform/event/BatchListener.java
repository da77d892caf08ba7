package io.huoji.platform.event;

import io.huoji.platform.tenant.TenantId;
import java.util.List;

/** Told after the commit of each batch. */
public interface BatchListener {

    void committed(TenantId tenant, List<Event> batch);
}

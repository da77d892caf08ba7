package io.huoji.performance.action;

import io.huoji.platform.kernel.Misuse;
import io.huoji.platform.tenant.Stamps;
import io.huoji.platform.tenant.TenantCache;
import io.huoji.platform.tenant.TenantId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The scenes and action nodes of a tenant, from memory. */
@Service
public class Nodes {

    private final TenantCache<Anchors> cache;

    Nodes(AnchorRepository repository, Stamps stamps) {
        this.cache = stamps.cache(repository::load);
    }

    /** Everything anchored in this tenant. */
    public Anchors of(TenantId tenant) {
        return cache.of(tenant);
    }

    public @Nullable Node byKey(TenantId tenant, String key) {
        return of(tenant).byKey(key);
    }

    public @Nullable Node byId(TenantId tenant, UUID id) {
        return of(tenant).byId(id);
    }

    public List<Node> ofTable(TenantId tenant, UUID table) {
        return of(tenant).ofTable(table);
    }

    /** A node in use by its key; 404 when there is none. */
    Node known(TenantId tenant, String key) {
        var node = byKey(tenant, key);
        if (node == null) {
            throw new Misuse.NotFound("node", key);
        }
        return node;
    }
}

package io.huoji.platform.access;

import io.huoji.platform.kernel.Misuse;
import io.huoji.platform.tenant.TenantId;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The caller of one request: who, in which tenant, with which rights at this moment.
 *
 * @param caller account or token id; what idempotency keys are scoped to
 * @param person the employee behind it; null for the system
 * @param scope  the rows it may know of
 * @param kind   how it came in
 */
public record Viewer(TenantId tenant, UUID caller, @Nullable UUID person, Set<Permission> permissions, RowScope scope,
        Kind kind) {

    /** How a caller came in. */
    public enum Kind {
        SESSION, TOKEN, TICKET, SYSTEM
    }

    /** The product itself, e.g. a job. */
    public static Viewer system(TenantId tenant) {
        return new Viewer(tenant, new UUID(0, 0), null, Set.of(Permission.values()), RowScope.EVERYTHING, Kind.SYSTEM);
    }

    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }

    public void needs(Permission permission) {
        if (!may(permission))
            throw new Misuse.Forbidden(permission.key());
    }
}

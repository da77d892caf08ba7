package io.huoji.platform.org;

import io.huoji.platform.tenant.TenantId;
import java.util.UUID;

/** Implemented by modules above that keep rows of a unit: a unit in use is not deleted. */
public interface UnitUse {

    /** Asked inside the tenant's transaction. */
    boolean uses(TenantId tenant, UUID unit);
}

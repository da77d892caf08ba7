package io.huoji.platform.org;

import io.huoji.platform.tenant.TenantId;
import java.util.UUID;

/** Said in the transaction in which somebody becomes inactive. */
public record PersonLeft(TenantId tenant, UUID person) {}

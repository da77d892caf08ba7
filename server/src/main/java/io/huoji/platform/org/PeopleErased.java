package io.huoji.platform.org;

import io.huoji.platform.tenant.TenantId;
import java.util.Set;
import java.util.UUID;

/** Said in the transaction in which sample people are about to be deleted: whoever keeps rows of them deletes these first. */
public record PeopleErased(TenantId tenant, Set<UUID> people) {

    public PeopleErased {
        people = Set.copyOf(people);
    }
}

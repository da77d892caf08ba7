package io.huoji.platform.org;

import io.huoji.platform.tenant.TenantId;
import io.huoji.platform.tenant.TenantTransactions;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Which of a tenant's people can sign in. */
@Component
class PersonAccounts {

    private final TenantTransactions transactions;
    private final PersonRepository people;

    PersonAccounts(TenantTransactions transactions, PersonRepository people) {
        this.transactions = transactions;
        this.people = people;
    }

    Set<UUID> of(TenantId tenant) {
        return transactions.in(tenant, () -> people.withAccount(tenant));
    }
}

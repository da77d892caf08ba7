package io.huoji.platform.org;

import io.huoji.platform.tenant.Stamps;
import io.huoji.platform.tenant.TenantId;
import io.huoji.platform.tenant.TenantTransactions;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Every change of a tenant's organisation happens here, one after the other: so checks see what they build on. */
@Component
class OrgChanges {

    private final TenantTransactions transactions;
    private final Stamps stamps;
    private final DirectoryRepository directories;

    OrgChanges(TenantTransactions transactions, Stamps stamps, DirectoryRepository directories) {
        this.transactions = transactions;
        this.stamps = stamps;
        this.directories = directories;
    }

    /** Runs the work on the newest directory; the tenant's stamp row, moved first, keeps other changes waiting. */
    <T> T make(TenantId tenant, Function<Directory, T> work) {
        return transactions.in(tenant, () -> {
            stamps.bump(tenant);
            return work.apply(directories.load(tenant));
        });
    }
}

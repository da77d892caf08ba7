package io.huoji.platform.identity;

import io.huoji.platform.kernel.Ids;
import io.huoji.platform.org.Organisations;
import io.huoji.platform.tenant.NewTenant;
import io.huoji.platform.tenant.TenantId;
import io.huoji.platform.tenant.TenantTransactions;
import io.huoji.platform.tenant.Tenants;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Founds tenants: the tenant itself, its root unit and roles, and an admin who can sign in. */
@Service
public class Founding {

    /** What was founded. */
    record Founded(TenantId tenant, UUID account, UUID person) {}

    /** Who will run it; the hash counts only when the address has no account yet. */
    record Admin(String name, String email, String hash) {}

    private final Tenants tenants;
    private final TenantTransactions transactions;
    private final Organisations organisations;
    private final AccountRepository accounts;
    private final Passwords passwords;

    Founding(Tenants tenants, TenantTransactions transactions, Organisations organisations, AccountRepository accounts,
            Passwords passwords) {
        this.tenants = tenants;
        this.transactions = transactions;
        this.organisations = organisations;
        this.accounts = accounts;
        this.passwords = passwords;
    }

    /** An account with that e-mail that is there already becomes the admin with the password it has. */
    public TenantId found(String company, ZoneId zone, String locale, String adminName, String adminEmail,
            String password) {
        return foundHashed(company, zone, locale, adminName, adminEmail, passwords.hash(password), () -> {}).tenant();
    }

    /** Runs {@code first} in the same transaction, before anything else: it may refuse. */
    Founded foundHashed(String company, ZoneId zone, String locale, String adminName, String adminEmail, String hash,
            Runnable first) {
        return found(new NewTenant(company, zone, locale, null), new Admin(adminName, adminEmail, hash), first);
    }

    /** The same for any tenant, also one on trial. */
    Founded found(NewTenant company, Admin admin, Runnable first) {
        String login = admin.email().strip().toLowerCase(Locale.ROOT);
        TenantId tenant = tenants.newId();
        return transactions.in(tenant, () -> {
            first.run();
            tenants.found(tenant, company);
            UUID person = organisations.lay(tenant, company.name(), admin.name(), login, null);
            UUID account = accounts.byLogin(login)
                    .map(Account::id)
                    .orElseGet(() -> account(login, admin.name(), admin.hash()));
            accounts.seat(account, new AccountRepository.Seat(tenant, person));
            return new Founded(tenant, account, person);
        });
    }

    private UUID account(String login, String name, String hash) {
        UUID id = Ids.next();
        accounts.insert(new Account(id, login, name, hash, null));
        return id;
    }
}

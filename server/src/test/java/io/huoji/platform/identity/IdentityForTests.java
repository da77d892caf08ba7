package io.huoji.platform.identity;

import io.huoji.platform.access.Permission;
import io.huoji.platform.kernel.Ids;
import io.huoji.platform.org.Directories;
import io.huoji.platform.org.Person;
import io.huoji.platform.tenant.NewTenant;
import io.huoji.platform.tenant.TenantId;
import io.huoji.platform.tenant.TenantTransactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;

/** Founds tenants and opens sessions without paying for a password hash each time. */
@TestComponent
public class IdentityForTests {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    public static final String PASSWORD = "correct horse 1";

    private final Founding founding;
    private final Sessions sessions;
    private final AccountRepository accounts;
    private final TokenRepository tokens;
    private final CredentialRepository credentials;
    private final Directories directories;
    private final TenantTransactions transactions;
    private final Clock clock;
    private final String hash;

    IdentityForTests(Founding founding, Sessions sessions, AccountRepository accounts, TokenRepository tokens,
            CredentialRepository credentials, Directories directories, TenantTransactions transactions, Clock clock,
            Passwords passwords) {
        this.founding = founding;
        this.sessions = sessions;
        this.accounts = accounts;
        this.tokens = tokens;
        this.credentials = credentials;
        this.directories = directories;
        this.transactions = transactions;
        this.clock = clock;
        this.hash = passwords.hash(PASSWORD);
    }

    public TenantId found(String company, String adminEmail, @Nullable Instant trialUntil) {
        return founding.found(new NewTenant(company, ZONE, "zh-CN", trialUntil),
                new Founding.Admin("管理员", adminEmail, hash), () -> {}).tenant();
    }

    /** A session of that person, who gets an account first when there is none. */
    public String session(TenantId tenant, String code) {
        Person person = Objects.requireNonNull(directories.of(tenant).personByCode(code), code);
        String login = person.email() == null ? person.id() + "@example.com" : person.email();
        UUID account = accounts.byLogin(login).map(Account::id).orElseGet(() -> account(login, person));
        accounts.seat(account, new AccountRepository.Seat(tenant, person.id()));
        return sessions.open(tenant, account, new Sessions.Origin("huoji test", "127.0.0.1")).text();
    }

    private UUID account(String login, Person person) {
        UUID id = Ids.next();
        accounts.insert(new Account(id, login, person.name(), hash, null));
        return id;
    }

    /** A token made by that person. */
    public String token(TenantId tenant, String code, @Nullable UUID unit, List<Permission> scopes) {
        Person person = Objects.requireNonNull(directories.of(tenant).personByCode(code), code);
        Secret secret = Secret.fresh();
        Instant now = clock.instant();
        Token token = new Token(Ids.next(), "test", Set.copyOf(scopes), unit, person.id(), now,
                now.plus(Duration.ofDays(300)), null);
        transactions.run(tenant, () -> {
            tokens.insert(tenant, token);
            credentials.insert(new Credential(secret.hash(), tenant, Credential.Kind.TOKEN, token.id(),
                    token.expiresAt()));
        });
        return secret.text();
    }
}

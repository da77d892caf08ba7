package io.huoji.platform.identity;

import io.huoji.platform.identity.AccountRepository.Seat;
import io.huoji.platform.identity.SessionRepository.Session;
import io.huoji.platform.kernel.Ids;
import io.huoji.platform.tenant.TenantId;
import io.huoji.platform.tenant.TenantTransactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;

/** Opens and ends sessions: one account, on one device, in one tenant, for at most 30 days. */
@Service
class Sessions {

    static final Duration LIFE = Duration.ofDays(30);
    private static final int DEVICE_LENGTH = 300;

    /** Where a request comes from. */
    record Origin(String device, String address) {}

    private final TenantTransactions transactions;
    private final SessionRepository sessions;
    private final CredentialRepository credentials;
    private final AccountRepository accounts;
    private final Callers callers;
    private final Clock clock;

    Sessions(TenantTransactions transactions, SessionRepository sessions, CredentialRepository credentials,
            AccountRepository accounts, Callers callers, Clock clock) {
        this.transactions = transactions;
        this.sessions = sessions;
        this.credentials = credentials;
        this.accounts = accounts;
        this.callers = callers;
        this.clock = clock;
    }

    Secret open(TenantId tenant, UUID account, Origin origin) {
        Secret secret = Secret.fresh();
        Instant now = clock.instant();
        String device = origin.device().length() <= DEVICE_LENGTH
                ? origin.device()
                : origin.device().substring(0, DEVICE_LENGTH);
        Session session = new Session(Ids.next(), account, now, now, now.plus(LIFE), device, origin.address());
        transactions.run(tenant, () -> {
            sessions.deleteExpired(tenant, account, now);
            sessions.insert(tenant, session);
            credentials.insert(new Credential(secret.hash(), tenant, Credential.Kind.SESSION, session.id(),
                    session.expiresAt()));
        });
        return secret;
    }

    /** The open sessions of an account in all its tenants, latest first. */
    List<Session> of(UUID account) {
        Instant now = clock.instant();
        return accounts.seats(account)
                .stream()
                .flatMap(seat -> transactions.in(seat.tenant(), () -> sessions.open(seat.tenant(), account, now))
                        .stream())
                .sorted(java.util.Comparator.comparing(Session::lastSeenAt).reversed())
                .toList();
    }

    void end(TenantId tenant, List<UUID> ended) {
        if (!ended.isEmpty())
            transactions.run(tenant, () -> {
                callers.forget(credentials.deleteFor(tenant, ended));
                sessions.delete(tenant, ended);
            });
    }

    /** Ends all sessions of the account in one tenant. */
    void endIn(TenantId tenant, UUID account) {
        transactions.run(tenant, () -> end(tenant,
                sessions.open(tenant, account, clock.instant()).stream().map(Session::id).toList()));
    }

    /** Ends those of the account's sessions, in whatever tenant, that fit; answers how many. */
    int endOf(UUID account, Predicate<Session> which) {
        int count = 0;
        for (Seat seat : accounts.seats(account)) {
            List<UUID> ended = transactions
                    .in(seat.tenant(), () -> sessions.open(seat.tenant(), account, clock.instant()))
                    .stream()
                    .filter(which)
                    .map(Session::id)
                    .toList();
            end(seat.tenant(), ended);
            count += ended.size();
        }
        return count;
    }
}

package io.huoji.platform.identity;

import io.huoji.platform.identity.AccountRepository.Seat;
import io.huoji.platform.kernel.Misuse;
import io.huoji.platform.org.Contacts;
import io.huoji.platform.org.Directories;
import io.huoji.platform.org.Person;
import io.huoji.platform.tenant.Tenant;
import io.huoji.platform.tenant.Tenants;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Signs people in by login and password. */
@Service
class SignIns {

    /** What a right password leads to. */
    sealed interface Outcome {}

    record In(Account account, Seat seat, Secret secret) implements Outcome {}

    /** The account is at home in several tenants and named none. */
    record Choose(List<Tenant> tenants) implements Outcome {}

    private final AccountRepository accounts;
    private final Passwords passwords;
    private final SignInLimits limits;
    private final Sessions sessions;
    private final Directories directories;
    private final Tenants tenants;

    SignIns(AccountRepository accounts, Passwords passwords, SignInLimits limits, Sessions sessions,
            Directories directories, Tenants tenants) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.limits = limits;
        this.sessions = sessions;
        this.directories = directories;
        this.tenants = tenants;
    }

    Outcome signIn(String login, String password, @Nullable UUID tenant, Sessions.Origin origin) {
        Account account = proven(login, password, origin.address());
        List<Seat> seats = seats(account.id());
        if (seats.isEmpty())
            throw new Misuse.Unauthenticated("no-company");
        if (tenant == null && seats.size() > 1)
            return new Choose(seats.stream().map(seat -> tenants.byId(seat.tenant())).toList());
        return in(account, tenant == null ? seats.getFirst() : seatIn(seats, tenant), origin);
    }

    /** The account whose password this is; takes as long when there is none. */
    Account proven(String login, String password, String address) {
        String plain = Contacts.login(login);
        String counted = plain == null ? login.strip() : plain;
        limits.take(counted, address);
        Account account = plain == null ? null : accounts.byLogin(plain).orElse(null);
        if (!passwords.match(password, account == null ? null : account.passwordHash()) || account == null)
            throw new Misuse.Unauthenticated("bad-login");
        limits.forgive(counted, address);
        return account;
    }

    /** A session in another tenant of the same account. */
    In change(UUID account, UUID tenant, Sessions.Origin origin) {
        Account known = accounts.byId(account).orElseThrow(Misuse.Unauthenticated::new);
        return in(known, seatIn(seats(account), tenant), origin);
    }

    In in(Account account, Seat seat, Sessions.Origin origin) {
        tenants.needsOpen(seat.tenant());
        return new In(account, seat, sessions.open(seat.tenant(), account.id(), origin));
    }

    private static Seat seatIn(List<Seat> seats, UUID tenant) {
        return seats.stream()
                .filter(seat -> seat.tenant().value().equals(tenant))
                .findFirst()
                .orElseThrow(() -> new Misuse.NotFound("tenant", tenant));
    }

    /** Where the account can go now: seats of people who are still there. */
    List<Seat> seats(UUID account) {
        return accounts.seats(account).stream().filter(seat -> {
            Person person = directories.of(seat.tenant()).person(seat.person());
            return person != null && person.active();
        }).toList();
    }
}

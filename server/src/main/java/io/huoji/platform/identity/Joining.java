package io.huoji.platform.identity;

import io.huoji.platform.kernel.Ids;
import io.huoji.platform.kernel.Misuse;
import io.huoji.platform.kernel.Problem;
import io.huoji.platform.org.Contacts;
import io.huoji.platform.org.Person;
import io.huoji.platform.tenant.Tenants;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** Accepts invitations: with a new account, or with the one that the login has already and its password. */
@Service
class Joining {

    private final Invitations invitations;
    private final AccountRepository accounts;
    private final Passwords passwords;
    private final SignIns signIns;
    private final Tenants tenants;

    Joining(Invitations invitations, AccountRepository accounts, Passwords passwords, SignIns signIns,
            Tenants tenants) {
        this.invitations = invitations;
        this.accounts = accounts;
        this.passwords = passwords;
        this.signIns = signIns;
        this.tenants = tenants;
    }

    /** The login that the invitation is for; null when the person may choose. */
    static @Nullable String loginOf(Person person) {
        return person.email() == null ? person.mobile() : person.email();
    }

    SignIns.In accept(Invitations.Opened opened, @Nullable String asked, @Nullable String password,
            @Nullable String name, Sessions.Origin origin) {
        tenants.needsWritable(opened.tenant());
        String login = login(opened.person(), asked);
        Required.in().text("password", password).orRefuse();
        Optional<Account> known = accounts.byLogin(login);
        Account account = known.isPresent()
                ? proven(login, Objects.requireNonNull(password), origin)
                : fresh(opened.person(), login, password, name);
        try {
            invitations.use(opened, account, known.isEmpty());
        } catch (DuplicateKeyException justTaken) {
            throw new Misuse.Conflict(Problem.at("login", "taken", Map.of("value", login)));
        }
        return signIns.in(account, new AccountRepository.Seat(opened.tenant(), opened.person().id()), origin);
    }

    /** The account of that login, by its password. */
    Account proven(String login, String password, Sessions.Origin origin) {
        try {
            return signIns.proven(login, password, origin.address());
        } catch (Misuse.Unauthenticated wrong) {
            throw new Misuse.Refused(Problem.at("password", "password-of-account"));
        }
    }

    private Account fresh(Person person, String login, @Nullable String password, @Nullable String name) {
        Required.in().and(passwords.check("password", password)).orRefuse();
        String called = name == null || name.isBlank() ? person.name() : name.strip();
        Required.in().text("name", called).orRefuse();
        return new Account(Ids.next(), login, called, passwords.hash(Objects.requireNonNull(password)), null);
    }

    /** A person with e-mail or mobile joins by one of them, so that nobody takes the login of somebody else. */
    private static String login(Person person, @Nullable String asked) {
        List<String> own = Stream.of(person.email(), person.mobile()).filter(Objects::nonNull).toList();
        String login = asked == null || asked.isBlank() ? loginOf(person) : Contacts.login(asked);
        if (login == null)
            throw new Misuse.Refused(
                    Problem.at("login", asked == null || asked.isBlank() ? "required" : "bad-login-form"));
        if (!own.isEmpty() && !own.contains(login))
            throw new Misuse.Refused(Problem.at("login", "login-of-invitation"));
        return login;
    }
}

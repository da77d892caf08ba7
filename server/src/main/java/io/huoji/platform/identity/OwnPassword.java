package io.huoji.platform.identity;

import io.huoji.platform.kernel.Misuse;
import io.huoji.platform.kernel.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Changes the password of one's own account; all its other sessions end. */
@Service
class OwnPassword {

    private final AccountRepository accounts;
    private final Passwords passwords;
    private final SignInLimits limits;
    private final Sessions sessions;

    OwnPassword(AccountRepository accounts, Passwords passwords, SignInLimits limits, Sessions sessions) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.limits = limits;
        this.sessions = sessions;
    }

    List<Problem> check(String field, @Nullable String password) {
        return passwords.check(field, password);
    }

    void change(Caller caller, String current, String next, String address) {
        Account account = accounts.byId(caller.viewer().caller()).orElseThrow(Misuse.Unauthenticated::new);
        limits.take(account.login(), address);
        if (!passwords.match(current, account.passwordHash()))
            throw new Misuse.Refused(Problem.at("current", "wrong-password"));
        limits.forgive(account.login(), address);
        accounts.changePassword(account.id(), passwords.hash(next));
        sessions.endOf(account.id(), session -> !session.id().equals(caller.ref()));
    }
}

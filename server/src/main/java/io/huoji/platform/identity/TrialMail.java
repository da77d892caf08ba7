package io.huoji.platform.identity;

import io.huoji.platform.identity.AccountRepository.Seat;
import io.huoji.platform.notification.Letter;
import io.huoji.platform.notification.Mail;
import io.huoji.platform.notification.MailTemplate;
import io.huoji.platform.notification.Mails;
import io.huoji.platform.org.Directories;
import io.huoji.platform.org.Person;
import io.huoji.platform.org.Role;
import io.huoji.platform.settings.Settings;
import io.huoji.platform.tenant.Tenant;
import io.huoji.platform.tenant.Tenants;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The answer to whoever asked for a trial, in their mailbox only: the link, whether they have an account, whether they have a trial
 * already. Nothing that a stranger typed stands in it. The link is made here, for each attempt; only its hash is stored.
 */
@Component
class TrialMail implements MailTemplate {

    static final String KEY = "trial";

    private final AccountRepository accounts;
    private final CredentialRepository credentials;
    private final Tenants tenants;
    private final Directories directories;
    private final Settings settings;
    private final Mails mails;

    TrialMail(AccountRepository accounts, CredentialRepository credentials, Tenants tenants, Directories directories,
            Settings settings, Mails mails) {
        this.accounts = accounts;
        this.credentials = credentials;
        this.tenants = tenants;
        this.directories = directories;
        this.settings = settings;
        this.mails = mails;
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public Letter write(Mail mail) {
        Account account = accounts.byLogin(mail.address()).orElse(null);
        Tenant trial = account == null ? null : trialOf(account);
        String base = settings.baseUrl().toString().replaceAll("/+$", "");
        String contact = mails.contact();
        if (trial != null)
            return Letter.of("trial-there", mail.locale(), Map.of("company", trial.name(), "link", base + "/sign-in",
                    "contact", contact == null ? base : contact));
        Secret secret = Secret.fresh();
        credentials.insert(new Credential(secret.hash(), null, Credential.Kind.TRIAL, mail.id(), mail.expiresAt()));
        return Letter.of(account == null ? "trial-new" : "trial-account", mail.locale(),
                Map.of("link", base + "/trial/" + secret.text(), "signIn", base + "/sign-in"));
    }

    /** A trial, running or over, that the account runs as its admin; it may have one. */
    @Nullable
    Tenant trialOf(Account account) {
        return accounts.seats(account.id())
                .stream()
                .filter(this::isAdmin)
                .map(seat -> tenants.byId(seat.tenant()))
                .filter(tenant -> tenant.trialUntil() != null)
                .findFirst()
                .orElse(null);
    }

    private boolean isAdmin(Seat seat) {
        var directory = directories.of(seat.tenant());
        Person person = directory.person(seat.person());
        return person != null
                && directory.rolesOf(person).stream().anyMatch(role -> role.key().equals(Role.ADMIN));
    }
}

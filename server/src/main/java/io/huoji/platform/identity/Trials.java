package io.huoji.platform.identity;

import io.huoji.platform.kernel.Ids;
import io.huoji.platform.kernel.Misuse;
import io.huoji.platform.kernel.Problem;
import io.huoji.platform.notification.Mail;
import io.huoji.platform.notification.Mails;
import io.huoji.platform.org.Contacts;
import io.huoji.platform.settings.Settings;
import io.huoji.platform.tenant.NewTenant;
import io.huoji.platform.tenant.Tenant;
import io.huoji.platform.tenant.TenantState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/**
 * Opens tenants on trial: a mail with a link for whoever asks, and behind the link the tenant and its admin. The wish is the mail in
 * the outbox, stored alike for every address; only its reader learns what the address stands for here.
 */
@Service
class Trials {

    static final int DAYS = 7;
    static final Duration LINK_LIFE = Duration.ofHours(24);
    private static final int LONGEST_COMPANY = 100;
    private static final String COMPANY = "company";
    private static final String CHINESE = "zh-CN";
    private static final Set<String> LANGUAGES = Set.of("zh", "en");

    /** What a link stands for. */
    record Opened(Mail mail, @Nullable Account account) {
        String company() {
            return mail.params().getOrDefault(COMPANY, "");
        }
    }

    private final Mails mails;
    private final TrialMail letters;
    private final TrialLimits limits;
    private final CredentialRepository credentials;
    private final AccountRepository accounts;
    private final Passwords passwords;
    private final Joining joining;
    private final Founding founding;
    private final SignIns signIns;
    private final Settings settings;
    private final Clock clock;

    Trials(Mails mails, TrialMail letters, TrialLimits limits, CredentialRepository credentials,
            AccountRepository accounts, Passwords passwords, Joining joining, Founding founding, SignIns signIns,
            Settings settings, Clock clock) {
        this.mails = mails;
        this.letters = letters;
        this.limits = limits;
        this.credentials = credentials;
        this.accounts = accounts;
        this.passwords = passwords;
        this.joining = joining;
        this.founding = founding;
        this.signIns = signIns;
        this.settings = settings;
        this.clock = clock;
    }

    boolean areOpen() {
        return settings.trials();
    }

    /** Takes the wish. A repetition within the same minute is the same wish. */
    void request(@Nullable String email, @Nullable String company, @Nullable String locale, String address) {
        String language = locale == null ? CHINESE : Locale.forLanguageTag(locale).toLanguageTag();
        check(email, company, language);
        limits.take(address);
        String to = Objects.requireNonNull(Contacts.email(Objects.requireNonNull(email)));
        if (!limits.mayWrite(to))
            return;
        Instant now = clock.instant();
        mails.post(new Mail(Ids.next(), "trial:%s:%s".formatted(to, now.truncatedTo(ChronoUnit.MINUTES)),
                TrialMail.KEY, to, language, Map.of(COMPANY, Objects.requireNonNull(company).strip()),
                now.plus(LINK_LIFE)));
    }

    private static void check(@Nullable String email, @Nullable String company, String language) {
        Required.in()
                .text("email", email, text -> Contacts.email(text) != null, Problem.at("email", "bad-email"))
                .text(COMPANY, company, text -> text.length() <= LONGEST_COMPANY,
                        Problem.at(COMPANY, "too-long", Map.of("max", LONGEST_COMPANY)))
                .text("locale", language, text -> LANGUAGES.contains(Locale.forLanguageTag(text).getLanguage()),
                        Problem.at("locale", "unknown-language"))
                .orRefuse();
    }

    /** What the link stands for; refuses one that is unknown, used or older than a day. */
    Opened open(String token) {
        Secret secret = Secret.in(token);
        Optional<Mail> mail = secret == null
                ? Optional.empty()
                : credentials.find(secret.hash(), Credential.Kind.TRIAL)
                        .flatMap(credential -> mails.byId(Objects.requireNonNull(credential.ref())));
        return mail.map(found -> new Opened(found, accounts.byLogin(found.address()).orElse(null)))
                .orElseThrow(() -> SetUp.gone(token));
    }

    /** Uses the link up and founds the tenant, both or none; an account that is there joins by its own password. */
    SignIns.In confirm(String token, @Nullable String name, @Nullable String password, Sessions.Origin origin) {
        Opened opened = open(token);
        Account known = opened.account();
        String called = known != null && (name == null || name.isBlank()) ? known.name() : name;
        Required required = Required.in().text("name", called);
        if (known == null)
            required.and(passwords.check("password", password)).orRefuse();
        else
            required.text("password", password).orRefuse();
        if (known != null)
            joining.proven(known.login(), Objects.requireNonNull(password), origin);
        Founding.Founded founded = found(opened, Objects.requireNonNull(called).strip(),
                Objects.requireNonNull(password));
        return signIns.in(accounts.byId(founded.account()).orElseThrow(),
                new AccountRepository.Seat(founded.tenant(), founded.person()), origin);
    }

    private Founding.Founded found(Opened opened, String name, String password) {
        Mail mail = opened.mail();
        NewTenant company = new NewTenant(opened.company(), settings.timeZone(), mail.locale(),
                TenantState.trialEnd(clock.instant(), DAYS, settings.timeZone()));
        String hash = opened.account() == null ? passwords.hash(password) : opened.account().passwordHash();
        try {
            return founding.found(company, new Founding.Admin(name, mail.address(), hash),
                    () -> takeOnce(mail.id(), opened.account()));
        } catch (DuplicateKeyException justTaken) {
            throw taken(mail.address());
        }
    }

    /** Refuses the second use, an account made meanwhile, whose password nobody has shown, and a second trial. */
    private void takeOnce(UUID mail, @Nullable Account account) {
        if (!credentials.deleteTrial(mail))
            throw SetUp.gone("");
        String login = mails.byId(mail).orElseThrow().address();
        if (account == null && accounts.byLogin(login).isPresent())
            throw taken(login);
        Tenant trial = account == null ? null : letters.trialOf(account);
        if (trial != null)
            throw new Misuse.Conflict(Problem.at("", "trial-there", Map.of("company", trial.name())));
    }

    private static Misuse.Conflict taken(String login) {
        return new Misuse.Conflict(Problem.at("login", "taken", Map.of("value", login)));
    }
}

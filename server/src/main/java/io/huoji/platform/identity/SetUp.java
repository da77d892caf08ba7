package io.huoji.platform.identity;

import io.huoji.platform.kernel.Misuse;
import io.huoji.platform.settings.Settings;
import io.huoji.platform.tenant.Tenants;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The first tenant of an installation: by a one-time link, or by the settings. */
@Service
class SetUp {

    static final Duration LIFE = Duration.ofDays(7);
    private static final String COMPANY = "我的企业";
    private static final String ADMIN = "管理员";
    private static final String LOCALE = "zh-CN";

    private final CredentialRepository credentials;
    private final Founding founding;
    private final Passwords passwords;
    private final Tenants tenants;
    private final Settings settings;
    private final Clock clock;

    SetUp(CredentialRepository credentials, Founding founding, Passwords passwords, Tenants tenants, Settings settings,
            Clock clock) {
        this.credentials = credentials;
        this.founding = founding;
        this.passwords = passwords;
        this.tenants = tenants;
        this.settings = settings;
        this.clock = clock;
    }

    boolean isNeeded() {
        return !settings.demo() && tenants.isEmpty();
    }

    /** A new link; older ones end. */
    Secret link() {
        Secret secret = Secret.fresh();
        credentials.deleteSetup();
        credentials
                .insert(new Credential(secret.hash(), null, Credential.Kind.SETUP, null, clock.instant().plus(LIFE)));
        return secret;
    }

    /** Founds the tenant of HUOJI_ADMIN_EMAIL and HUOJI_ADMIN_PASSWORD; false when they are not set. */
    boolean fromSettings() {
        if (settings.adminEmail() == null || settings.adminPassword() == null)
            return false;
        founding.found(COMPANY, settings.timeZone(), LOCALE, ADMIN, settings.adminEmail(), settings.adminPassword());
        return true;
    }

    boolean isOpen(String token) {
        Secret secret = Secret.in(token);
        return secret != null && credentials.find(secret.hash(), Credential.Kind.SETUP).isPresent();
    }

    /** Uses the link up and founds the tenant, both or none. */
    Founding.Founded use(String token, String company, String name, String email, String password) {
        Secret secret = Secret.in(token);
        if (secret == null || !isOpen(token))
            throw gone(token);
        return founding.foundHashed(company.strip(), settings.timeZone(), LOCALE, name.strip(), email,
                passwords.hash(password), () -> takeOnce(secret));
    }

    private void takeOnce(@Nullable Secret secret) {
        if (secret == null || !credentials.delete(secret.hash()))
            throw gone("");
    }

    static Misuse.NotFound gone(String token) {
        return new Misuse.NotFound("link", token.substring(0, Math.min(8, token.length())));
    }
}

package io.huoji.platform.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.huoji.platform.org.Directories;
import io.huoji.platform.tenant.TenantId;
import io.huoji.platform.tenant.Tenants;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Turns credentials into callers, from memory where it can: a known caller is valid while the tenant's directory is the
 * same, which every change of people, roles and units replaces; its credential is looked up again after a second, so a
 * session ended on another node ends here, too.
 */
@Component
class Callers {

    private static final Duration TRUSTED = Duration.ofSeconds(1);
    private static final Duration KEPT = Duration.ofMinutes(30);
    private static final int MOST = 200_000;

    private final CredentialRepository credentials;
    private final CallerLoader loader;
    private final Directories directories;
    private final Tenants tenants;
    private final Clock clock;
    private final Cache<SecretHash, Caller> known = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterAccess(KEPT)
            .build();

    Callers(CredentialRepository credentials, CallerLoader loader, Directories directories, Tenants tenants,
            Clock clock) {
        this.credentials = credentials;
        this.loader = loader;
        this.directories = directories;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** Who shows this secret; null when it opens nothing (any more). */
    @Nullable
    Caller find(Secret secret, Credential.Kind kind) {
        SecretHash hash = secret.hash();
        Caller caller = known.getIfPresent(hash);
        Instant now = clock.instant();
        if (caller == null || !isFresh(caller, now))
            caller = known.asMap().compute(hash, (key, before) -> refreshed(key, kind, before));
        return caller != null && caller.credential().kind() == kind ? caller : null;
    }

    private boolean isFresh(Caller caller, Instant now) {
        TenantId tenant = caller.viewer().tenant();
        return !now.isAfter(caller.checkedAt().plus(TRUSTED))
                && !now.isBefore(caller.checkedAt())
                && caller.directory() == directories.of(tenant)
                && caller.day().equals(tenants.byId(tenant).dayOf(now));
    }

    private @Nullable Caller refreshed(SecretHash hash, Credential.Kind kind, @Nullable Caller before) {
        Instant now = clock.instant();
        if (before != null && isFresh(before, now))
            return before;
        Credential credential = credentials.find(hash, kind).orElse(null);
        return credential == null || credential.tenant() == null
                ? null
                : loader.load(credential, Objects.requireNonNull(credential.tenant()), now);
    }

    /** Ends what this node remembers of revoked secrets: after the commit, or at once outside of a transaction. */
    void forget(Collection<SecretHash> revoked) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            known.invalidateAll(revoked);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                known.invalidateAll(revoked);
            }
        });
    }
}

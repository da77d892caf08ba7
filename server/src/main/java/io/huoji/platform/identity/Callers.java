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
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Turns credentials into callers, from memory where it can: a known caller is valid while the tenant's directory is the
 * same, which every change of people, roles and units replaces, and while the tenant is not suspended; its credential is
 * looked up again within a second, so a session ended on another node ends here, too. Those in use are looked up together, twice a second: a thousand busy
 * callers cost one query, not a thousand.
 */
@Component
class Callers {

    private static final Duration TRUSTED = Duration.ofSeconds(1);
    private static final Duration KEPT = Duration.ofMinutes(30);
    /** Whoever has not called for so long is looked up alone, when they call again. */
    private static final Duration RENEWED = Duration.ofSeconds(30);
    private static final int MOST = 200_000;
    private static final int PACK = 5_000;

    private final CredentialRepository credentials;
    private final CallerLoader loader;
    private final Directories directories;
    private final Tenants tenants;
    private final Clock clock;
    private final Cache<SecretHash, Caller> known = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterAccess(KEPT)
            .build();
    /** When each was last used. */
    private final ConcurrentHashMap<SecretHash, Instant> inUse = new ConcurrentHashMap<>();

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
        if (caller != null)
            inUse.put(hash, now);
        return caller != null && caller.credential().kind() == kind ? caller : null;
    }

    private boolean isFresh(Caller caller, Instant now) {
        TenantId tenant = caller.viewer().tenant();
        return !now.isAfter(caller.checkedAt().plus(TRUSTED))
                && !now.isBefore(caller.checkedAt())
                && caller.directory() == directories.of(tenant)
                && !tenants.isSuspended(tenant)
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

    @Scheduled(fixedDelay = 500)
    void renewThoseInUse() {
        Instant idle = clock.instant().minus(RENEWED);
        inUse.values().removeIf(last -> last.isBefore(idle));
        List<SecretHash> used = List.copyOf(inUse.keySet());
        for (int from = 0; from < used.size(); from += PACK)
            renew(used.subList(from, Math.min(from + PACK, used.size())));
    }

    private void renew(List<SecretHash> hashes) {
        Instant now = clock.instant();
        Set<SecretHash> inForce = credentials.inForce(hashes);
        for (SecretHash hash : hashes)
            if (inForce.contains(hash))
                known.asMap().computeIfPresent(hash, (key, caller) -> caller.checkedAt(now));
            else {
                known.invalidate(hash);
                inUse.remove(hash);
            }
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

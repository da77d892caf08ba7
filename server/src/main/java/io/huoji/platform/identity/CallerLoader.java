package io.huoji.platform.identity;

import io.huoji.platform.access.Permission;
import io.huoji.platform.access.RowScope;
import io.huoji.platform.access.Viewer;
import io.huoji.platform.org.Directories;
import io.huoji.platform.org.Directory;
import io.huoji.platform.org.Person;
import io.huoji.platform.tenant.TenantId;
import io.huoji.platform.tenant.TenantTransactions;
import io.huoji.platform.tenant.Tenants;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Works out who is behind a session or token and what they may do at this moment. */
@Component
class CallerLoader {

    private final TenantTransactions transactions;
    private final SessionRepository sessions;
    private final TokenRepository tokens;
    private final Directories directories;
    private final Tenants tenants;

    CallerLoader(TenantTransactions transactions, SessionRepository sessions, TokenRepository tokens,
            Directories directories, Tenants tenants) {
        this.transactions = transactions;
        this.sessions = sessions;
        this.tokens = tokens;
        this.directories = directories;
        this.tenants = tenants;
    }

    /** Null when nobody active is behind the credential, or its tenant is suspended. */
    @Nullable
    Caller load(Credential credential, TenantId tenant, Instant now) {
        if (tenants.isSuspended(tenant))
            return null;
        return transactions.<@Nullable Caller>in(tenant,
                () -> credential.kind() == Credential.Kind.SESSION
                        ? ofSession(credential, tenant, now)
                        : ofToken(credential, tenant, now));
    }

    private @Nullable Caller ofSession(Credential credential, TenantId tenant, Instant now) {
        UUID session = Objects.requireNonNull(credential.ref());
        SessionRepository.Holder holder = sessions.holder(tenant, session).orElse(null);
        if (holder == null)
            return null;
        Instant seen = holder.lastSeenAt();
        if (isDue(seen, now)) {
            sessions.seen(tenant, session, now);
            seen = now;
        }
        Directory directory = directories.of(tenant);
        LocalDate today = tenants.byId(tenant).dayOf(now);
        Person person = directory.person(holder.person());
        if (person == null || !person.active())
            return null;
        Viewer viewer = new Viewer(tenant, holder.account(), person.id(), directory.permissionsOf(person),
                directory.scopeOf(person, today), Viewer.Kind.SESSION);
        return new Caller(viewer, credential, session, directory, today, now, seen);
    }

    private @Nullable Caller ofToken(Credential credential, TenantId tenant, Instant now) {
        UUID id = Objects.requireNonNull(credential.ref());
        Token token = tokens.find(tenant, id).orElse(null);
        if (token == null)
            return null;
        Instant seen = token.lastUsedAt();
        if (seen == null || isDue(seen, now)) {
            tokens.used(tenant, id, now);
            seen = now;
        }
        Directory directory = directories.of(tenant);
        LocalDate today = tenants.byId(tenant).dayOf(now);
        Person maker = directory.person(token.createdBy());
        if (maker == null || !maker.active())
            return null;
        Set<Permission> permissions = EnumSet.noneOf(Permission.class);
        permissions.addAll(token.scopes());
        permissions.retainAll(directory.permissionsOf(maker));
        Viewer viewer = new Viewer(tenant, id, maker.id(), permissions,
                within(directory.scopeOf(maker, today), token.unit(), directory), Viewer.Kind.TOKEN);
        return new Caller(viewer, credential, id, directory, today, now, seen);
    }

    /** What of the scope lies in the unit and below; rows that are known only by their person are left out. */
    static RowScope within(RowScope scope, @Nullable UUID unit, Directory directory) {
        if (unit == null)
            return scope;
        Set<UUID> units = new HashSet<>(directory.withBelow(unit));
        if (!scope.all())
            units.retainAll(scope.units());
        return new RowScope(false, units, Set.of());
    }

    private static boolean isDue(Instant seen, Instant now) {
        return !now.isBefore(seen.plus(Caller.NOTED_EVERY));
    }
}

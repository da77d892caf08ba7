package io.huoji.platform.identity;

import io.huoji.platform.access.Permission;
import io.huoji.platform.access.RowScope;
import io.huoji.platform.kernel.Misuse;
import io.huoji.platform.notification.Mails;
import io.huoji.platform.org.Directories;
import io.huoji.platform.org.Directory;
import io.huoji.platform.org.Person;
import io.huoji.platform.org.Role;
import io.huoji.platform.org.Unit;
import io.huoji.platform.tenant.Tenant;
import io.huoji.platform.tenant.TenantId;
import io.huoji.platform.tenant.Tenants;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says who somebody is. */
@Component
class MePresenter {

    private final Tenants tenants;
    private final Directories directories;
    private final AccountRepository accounts;
    private final Mails mails;
    private final Clock clock;

    MePresenter(Tenants tenants, Directories directories, AccountRepository accounts, Mails mails,
            Clock clock) {
        this.tenants = tenants;
        this.directories = directories;
        this.accounts = accounts;
        this.mails = mails;
        this.clock = clock;
    }

    Me of(SignIns.In in) {
        Tenant tenant = tenants.byId(in.seat().tenant());
        Directory directory = directories.of(tenant.id());
        Person person = person(directory, in.seat().person());
        return me(in.account(), tenant, directory, person, directory.permissionsOf(person),
                directory.scopeOf(person, tenant.dayOf(clock.instant())));
    }

    Me of(Caller caller) {
        TenantId id = caller.viewer().tenant();
        Account account = caller.isSession() ? accounts.byId(caller.viewer().caller()).orElse(null) : null;
        UUID person = java.util.Objects.requireNonNull(caller.viewer().person());
        Directory directory = directories.of(id);
        return me(account, tenants.byId(id), directory, person(directory, person), caller.viewer().permissions(),
                caller.viewer().scope());
    }

    private Me me(@Nullable Account account, Tenant tenant, Directory directory, Person person,
            Collection<Permission> permissions, RowScope scope) {
        UUID stands = person.unitAt(tenant.dayOf(clock.instant()));
        Unit unit = stands == null ? null : directory.unit(stands);
        return new Me(
                account == null
                        ? null
                        : new Me.AccountView(account.id(), account.login(), account.name(), account.locale()),
                view(tenant),
                new Me.PersonView(person.id(), person.code(), person.name(),
                        unit == null ? null : new Me.UnitView(unit.id(), unit.code(), unit.name())),
                directory.rolesOf(person).stream().map(Role::key).toList(), keys(permissions),
                new Me.ScopeView(scope.all(), scope.all() ? directory.units().size() : scope.units().size()));
    }

    private Me.TenantView view(Tenant tenant) {
        return new Me.TenantView(tenant.id().value(), tenant.name(), tenant.zone().getId(), tenant.locale(),
                tenant.stateAt(clock.instant()).key(), tenant.trialUntil(),
                tenant.trialUntil() == null ? null : mails.contact());
    }

    private static Person person(Directory directory, UUID id) {
        Person person = directory.person(id);
        if (person == null)
            throw new Misuse.Unauthenticated();
        return person;
    }

    private static List<String> keys(Collection<Permission> permissions) {
        return permissions.stream().sorted().map(Permission::key).toList();
    }
}

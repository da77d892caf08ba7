package io.huoji.platform.org;

import io.huoji.platform.access.Permission;
import io.huoji.platform.kernel.Ids;
import io.huoji.platform.tenant.TenantId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;

/** Puts units, people and roles into a tenant without the checks and round trips of the API. */
@TestComponent
public class OrgForTests {

    private final OrgChanges changes;
    private final OrgRepository repository;
    private final PersonRepository people;
    private final Directories directories;

    OrgForTests(OrgChanges changes, OrgRepository repository, PersonRepository people, Directories directories) {
        this.changes = changes;
        this.repository = repository;
        this.people = people;
        this.directories = directories;
    }

    public UUID unit(TenantId tenant, String code, String kind, String parent) {
        return changes.make(tenant, directory -> {
            Unit unit = new Unit(Ids.next(), code, code,
                    Objects.requireNonNull(directory.unitByCode(parent), parent).id(), kind, 0);
            repository.insert(tenant, unit);
            return unit.id();
        });
    }

    public Person person(TenantId tenant, String code, String name, @Nullable String unit, @Nullable String manager,
            List<String> roles) {
        return changes.make(tenant, directory -> {
            List<Membership> memberships = unit == null
                    ? List.of()
                    : List.of(new Membership(Ids.next(),
                            Objects.requireNonNull(directory.unitByCode(unit), unit).id(), null, null));
            List<Grant> grants = roles.stream()
                    .map(key -> new Grant(Objects.requireNonNull(directory.roleByKey(key), key).id(), null))
                    .toList();
            UUID lead = manager == null
                    ? null
                    : Objects.requireNonNull(directory.personByCode(manager), manager).id();
            Person person = new Person(Ids.next(), code, name, NameKeys.ofPerson(name), null, null, lead, Map.of(),
                    true, 1, memberships, grants);
            people.save(tenant, List.of(person));
            people.replaceMemberships(tenant, List.of(person));
            repository.replaceGrants(tenant, List.of(person));
            return person;
        });
    }

    public UUID role(TenantId tenant, String key, String scope, Set<Permission> permissions) {
        return changes.make(tenant, directory -> {
            Role role = new Role(Ids.next(), key, key, RoleClass.KNOWLEDGE, Scope.byKey(scope).orElseThrow(), Set.of(),
                    permissions, false);
            repository.insert(tenant, role);
            return role.id();
        });
    }

    public Directory directory(TenantId tenant) {
        return directories.of(tenant);
    }
}

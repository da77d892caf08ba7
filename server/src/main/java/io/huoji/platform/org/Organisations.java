package io.huoji.platform.org;

import io.huoji.platform.kernel.Ids;
import io.huoji.platform.tenant.TenantId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Lays the ground of a new tenant's organisation. */
@Service
public class Organisations {

    private static final String ROOT_CODE = "hq";
    private static final String ROOT_KIND = "company";

    private final OrgChanges changes;
    private final OrgRepository repository;
    private final PersonRepository people;

    Organisations(OrgChanges changes, OrgRepository repository, PersonRepository people) {
        this.changes = changes;
        this.repository = repository;
        this.people = people;
    }

    /** Makes the root unit, the built-in roles and the first admin; returns the admin's id. */
    public UUID lay(TenantId tenant, String company, String adminName, @Nullable String email,
            @Nullable String mobile) {
        return changes.make(tenant, nothing -> {
            Unit root = new Unit(Ids.next(), ROOT_CODE, company, null, ROOT_KIND, 0);
            repository.insert(tenant, root);
            List<Role> roles = BuiltInRoles.fresh();
            roles.forEach(role -> repository.insert(tenant, role));
            Person admin = admin(adminName, email, mobile, root, roles.getFirst());
            people.save(tenant, List.of(admin));
            people.replaceMemberships(tenant, List.of(admin));
            repository.replaceGrants(tenant, List.of(admin));
            return admin.id();
        });
    }

    private static Person admin(String name, @Nullable String email, @Nullable String mobile, Unit root, Role role) {
        return new Person(Ids.next(), "admin", name, NameKeys.ofPerson(name), email, mobile, null, Map.of(), true, 1,
                List.of(new Membership(Ids.next(), root.id(), null, null)), List.of(new Grant(role.id(), null)));
    }
}

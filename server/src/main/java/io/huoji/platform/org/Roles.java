package io.huoji.platform.org;

import io.huoji.platform.access.Permission;
import io.huoji.platform.access.Viewer;
import io.huoji.platform.kernel.Ids;
import io.huoji.platform.kernel.Misuse;
import io.huoji.platform.kernel.Problem;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;

/** Makes and changes roles. Who does so sees the whole tenant and holds every right of the role, before and after. */
@Service
public class Roles {

    private final OrgChanges changes;
    private final OrgRepository repository;

    Roles(OrgChanges changes, OrgRepository repository) {
        this.changes = changes;
        this.repository = repository;
    }

    public Role create(Viewer viewer, RoleInput input) {
        needsWholeTenant(viewer);
        return changes.make(viewer.tenant(), directory -> {
            Role role = checked(viewer, directory, null, input);
            repository.insert(viewer.tenant(), role);
            return role;
        });
    }

    public Role change(Viewer viewer, String keyOrId, RoleInput input) {
        needsWholeTenant(viewer);
        return changes.make(viewer.tenant(), directory -> {
            Role before = find(directory, keyOrId);
            if (before.key().equals(Role.ADMIN))
                throw new Misuse.Conflict(Problem.at("", "built-in-role", Map.of("role", before.name())));
            needsAll(viewer, before.permissions());
            Role role = checked(viewer, directory, before, input);
            repository.update(viewer.tenant(), role);
            return role;
        });
    }

    void delete(Viewer viewer, String keyOrId) {
        needsWholeTenant(viewer);
        changes.make(viewer.tenant(), directory -> {
            Role role = find(directory, keyOrId);
            if (role.builtIn())
                throw new Misuse.Conflict(Problem.at("", "built-in-role", Map.of("role", role.name())));
            needsAll(viewer, role.permissions());
            long people = directory.people()
                    .stream()
                    .filter(person -> person.grants().stream().anyMatch(it -> it.role().equals(role.id())))
                    .count();
            if (people > 0)
                throw new Misuse.Conflict(Problem.at("", "role-in-use", Map.of("people", people)));
            repository.deleteRole(viewer.tenant(), role.id());
            return role;
        });
    }

    static Role find(Directory directory, String keyOrId) {
        Role role = directory.roleByKey(keyOrId);
        if (role != null)
            return role;
        return directory.roles()
                .stream()
                .filter(it -> it.id().toString().equals(keyOrId))
                .findFirst()
                .orElseThrow(() -> new Misuse.NotFound("role", keyOrId));
    }

    private static void needsWholeTenant(Viewer viewer) {
        if (!viewer.scope().all())
            throw new Misuse.Forbidden(Problem.at("", "needs-whole-tenant"));
    }

    private static void needsAll(Viewer viewer, Set<Permission> permissions) {
        for (Permission permission : permissions)
            viewer.needs(permission);
    }

    private static Role checked(Viewer viewer, Directory directory, @Nullable Role before, RoleInput input) {
        Findings findings = new Findings();
        String name = before != null && input.name() == null ? before.name() : findings.name("name", input.name());
        String key = key(directory, before, input.key(), name, findings);
        RoleClass roleClass = roleClass(before, input.roleClass(), findings);
        Scope scope = scope(before, input.scope(), findings);
        Set<UUID> listed = input.listedUnits() == null
                ? before == null ? Set.of() : before.listedUnits()
                : listed(directory, input.listedUnits(), findings);
        if (scope == Scope.LISTED && listed.isEmpty() && findings.isEmpty())
            findings.add("listedUnits", "required");
        Set<Permission> permissions = input.permissions() == null
                ? before == null ? Set.of() : before.permissions()
                : permissions(viewer, input.permissions(), findings);
        if (input.condition() != null && !input.condition().isNull())
            findings.add("condition", "no-conditions-yet");
        findings.orRefuse();
        return new Role(before == null ? Ids.next() : before.id(), key, name, roleClass, scope,
                scope == Scope.LISTED ? listed : Set.of(), permissions, before != null && before.builtIn());
    }

    private static String key(Directory directory, @Nullable Role before, @Nullable String asked, String name,
            Findings findings) {
        if (asked == null)
            return before == null ? Codes.of(name, "role", it -> directory.roleByKey(it) != null) : before.key();
        if (before != null && before.builtIn() && !asked.equals(before.key()))
            findings.add("key", "built-in-role", Map.of("role", before.name()));
        Role holder = directory.roleByKey(findings.key("key", asked));
        if (holder != null && (before == null || !holder.id().equals(before.id())))
            findings.add("key", "taken", Map.of("value", asked));
        return asked;
    }

    private static RoleClass roleClass(@Nullable Role before, @Nullable String asked, Findings findings) {
        if (asked == null)
            return before == null ? RoleClass.KNOWLEDGE : before.roleClass();
        return RoleClass.byKey(asked).orElseGet(() -> {
            findings.add("class", "not-one-of", Map.of("options", "knowledge, service"));
            return RoleClass.KNOWLEDGE;
        });
    }

    private static Scope scope(@Nullable Role before, @Nullable String asked, Findings findings) {
        if (asked == null) {
            if (before == null)
                findings.add("scope", "required");
            return before == null ? Scope.OWN : before.scope();
        }
        return Scope.byKey(asked).orElseGet(() -> {
            findings.add("scope", "not-one-of",
                    Map.of("options", "own, reports, unit, unitAndBelow, listed, all"));
            return Scope.OWN;
        });
    }

    private static Set<UUID> listed(Directory directory, List<JsonNode> asked, Findings findings) {
        Set<UUID> listed = new HashSet<>();
        for (int index = 0; index < asked.size(); index++) {
            Unit unit = References.unit(directory, asked.get(index));
            if (unit == null)
                findings.add("listedUnits[" + index + "]", "unknown-unit", References.as(asked.get(index)));
            else
                listed.add(unit.id());
        }
        return listed;
    }

    private static Set<Permission> permissions(Viewer viewer, List<String> asked, Findings findings) {
        Set<Permission> permissions = EnumSet.noneOf(Permission.class);
        for (int index = 0; index < asked.size(); index++) {
            String field = "permissions[" + index + "]";
            Optional<Permission> permission = Permission.byKey(asked.get(index));
            if (permission.isEmpty())
                findings.add(field, "unknown-option", Map.of("value", asked.get(index)));
            else if (!viewer.may(permission.get()))
                findings.add(field, "not-held", Map.of("permission", asked.get(index)));
            else
                permissions.add(permission.get());
        }
        return permissions;
    }
}

package io.huoji.platform.org;

import io.huoji.platform.access.Permission;
import java.util.Set;
import java.util.UUID;

/**
 * A named bundle of permissions and a scope.
 *
 * @param listedUnits the units of scope {@code listed}
 * @param builtIn     made with the tenant; can't be deleted, and {@code admin} can't be changed
 */
public record Role(UUID id, String key, String name, RoleClass roleClass, Scope scope, Set<UUID> listedUnits,
        Set<Permission> permissions, boolean builtIn) {

    public static final String ADMIN = "admin";
    public static final String LEAD = "lead";

    public Role {
        listedUnits = Set.copyOf(listedUnits);
        permissions = Set.copyOf(permissions);
    }
}

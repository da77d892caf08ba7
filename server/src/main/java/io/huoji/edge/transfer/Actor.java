package io.huoji.edge.transfer;

import io.huoji.platform.access.Permission;
import io.huoji.platform.access.RowScope;
import io.huoji.platform.access.Viewer;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** On whose behalf work is done after the request is over: with no more rights than it had then, and no more than the person has now. */
record Actor(UUID caller, @Nullable UUID person, Set<String> permissions, boolean all, Set<UUID> units,
        Set<UUID> people, Viewer.Kind kind) {

    static Actor of(Viewer viewer) {
        return new Actor(viewer.caller(), viewer.person(),
                viewer.permissions().stream().map(Permission::key).collect(Collectors.toSet()), viewer.scope().all(),
                viewer.scope().units(), viewer.scope().people(), viewer.kind());
    }

    /** What of the present scope was in reach then. */
    RowScope within(RowScope now) {
        if (all)
            return now;
        if (now.all())
            return new RowScope(false, units, people);
        return new RowScope(false, units.stream().filter(now.units()::contains).collect(Collectors.toSet()),
                people.stream().filter(now.people()::contains).collect(Collectors.toSet()));
    }

    Set<Permission> within(Set<Permission> now) {
        return now.stream().filter(permission -> permissions.contains(permission.key())).collect(Collectors.toSet());
    }
}

package io.huoji.edge.transfer;

import io.huoji.platform.access.RowScope;
import io.huoji.platform.access.Viewer;
import io.huoji.platform.org.Directories;
import io.huoji.platform.org.Directory;
import io.huoji.platform.org.Person;
import io.huoji.platform.tenant.TenantId;
import io.huoji.platform.tenant.Tenants;
import java.time.Clock;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Turns an {@link Actor} into a viewer with the rights of this moment. */
@Component
class Actors {

    private final Directories directories;
    private final Tenants tenants;
    private final Clock clock;

    Actors(Directories directories, Tenants tenants, Clock clock) {
        this.directories = directories;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** Somebody who has left may nothing any more. */
    Viewer viewer(TenantId tenant, Actor actor) {
        Directory directory = directories.of(tenant);
        Person person = actor.person() == null ? null : directory.person(actor.person());
        if (person == null)
            return new Viewer(tenant, actor.caller(), null, Set.of(), RowScope.NOTHING, actor.kind());
        RowScope scope = directory.scopeOf(person, tenants.byId(tenant).dayOf(clock.instant()));
        return new Viewer(tenant, actor.caller(), person.id(), actor.within(directory.permissionsOf(person)),
                actor.within(scope), actor.kind());
    }
}

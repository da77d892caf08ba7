package io.huoji.platform.org;

import io.huoji.platform.access.Viewer;
import io.huoji.platform.tenant.TenantId;
import io.huoji.platform.tenant.Tenants;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** The local day of a tenant, and with it the rights of the moment. */
@Component
class Today {

    private final Tenants tenants;
    private final Directories directories;
    private final Clock clock;

    Today(Tenants tenants, Directories directories, Clock clock) {
        this.tenants = tenants;
        this.directories = directories;
        this.clock = clock;
    }

    LocalDate of(TenantId tenant) {
        return tenants.byId(tenant).dayOf(clock.instant());
    }

    Rights rightsOf(Viewer viewer) {
        return new Rights(viewer, directories.of(viewer.tenant()), of(viewer.tenant()));
    }
}

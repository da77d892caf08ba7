package io.huoji.edge.embed;

import io.huoji.platform.tenant.Tenants;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The pages that any tenant lets carry the box. A preflight and the frame name no tenant; the ticket then holds its own. */
@Component
class AllowedOrigins {

    private final Tenants tenants;

    AllowedOrigins(Tenants tenants) {
        this.tenants = tenants;
    }

    boolean contains(String origin) {
        return tenants.all().stream().anyMatch(tenant -> tenants.byId(tenant).embedOrigins().contains(origin));
    }

    Set<String> all() {
        return tenants.all().stream()
                .flatMap(tenant -> tenants.byId(tenant).embedOrigins().stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}

package io.huoji.platform.identity;

import io.huoji.platform.access.Permission;
import io.huoji.platform.access.Requires;
import io.huoji.platform.access.SignedIn;
import io.huoji.platform.access.Viewer;
import io.huoji.platform.kernel.Problem;
import io.huoji.platform.tenant.Tenant;
import io.huoji.platform.tenant.Tenants;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/tenant")
class TenantController {

    record View(UUID id, String name, String zone, String locale, List<String> embedOrigins, Instant createdAt) {}

    record Change(@Nullable String name, @Nullable List<String> embedOrigins) {}

    private static final int MOST_ORIGINS = 50;

    private final Tenants tenants;

    TenantController(Tenants tenants) {
        this.tenants = tenants;
    }

    @GetMapping
    @SignedIn
    View one(Viewer viewer) {
        return view(tenants.byId(viewer.tenant()));
    }

    @PatchMapping
    @Requires(Permission.TENANT_WRITE)
    View change(Viewer viewer, @RequestBody Change body) {
        Tenant before = tenants.byId(viewer.tenant());
        String name = body.name() == null ? before.name() : body.name();
        List<Problem> problems = new ArrayList<>();
        List<String> origins = body.embedOrigins() == null
                ? before.embedOrigins()
                : origins(body.embedOrigins(), problems);
        Required.in().text("name", name).and(problems).orRefuse();
        return view(tenants.change(viewer.tenant(), name.strip(), origins));
    }

    private static List<String> origins(List<String> asked, List<Problem> problems) {
        if (asked.size() > MOST_ORIGINS)
            problems.add(Problem.at("embedOrigins", "too-many-items", Map.of("max", MOST_ORIGINS)));
        Set<String> origins = new LinkedHashSet<>();
        for (int index = 0; index < asked.size(); index++) {
            String origin = WebOrigin.of(asked.get(index));
            if (origin == null)
                problems.add(Problem.at("embedOrigins[" + index + "]", "bad-origin"));
            else
                origins.add(origin);
        }
        return List.copyOf(origins);
    }

    private static View view(Tenant tenant) {
        return new View(tenant.id().value(), tenant.name(), tenant.zone().getId(), tenant.locale(),
                tenant.embedOrigins(), tenant.createdAt());
    }
}

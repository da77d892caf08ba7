package io.huoji.insight.dashboard;

import io.huoji.platform.access.Viewer;
import io.huoji.platform.kernel.Misuse;
import io.huoji.platform.kernel.Problem;
import io.huoji.platform.org.Directories;
import io.huoji.platform.org.Directory;
import io.huoji.platform.org.Unit;
import io.huoji.platform.tenant.Tenant;
import io.huoji.platform.tenant.TenantTransactions;
import io.huoji.platform.tenant.Tenants;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where and when a board is looked at. */
@Component
class Surroundings {

    private final Tenants tenants;
    private final Directories directories;
    private final TenantTransactions transactions;
    private final Clock clock;

    Surroundings(Tenants tenants, Directories directories, TenantTransactions transactions, Clock clock) {
        this.tenants = tenants;
        this.directories = directories;
        this.transactions = transactions;
        this.clock = clock;
    }

    Tenant tenant(Viewer viewer) {
        return tenants.byId(viewer.tenant());
    }

    Instant now() {
        return clock.instant();
    }

    <T> T inOneTransaction(Viewer viewer, Supplier<T> work) {
        return transactions.in(viewer.tenant(), work);
    }

    Set<UUID> withBelow(Viewer viewer, Unit unit) {
        return directories.of(viewer.tenant()).withBelow(unit.id());
    }

    /** The unit of that code or id; null when none is named. */
    @Nullable
    Unit unit(Viewer viewer, @Nullable String name) {
        if (name == null || name.isBlank()) {
            return null;
        }
        Directory directory = directories.of(viewer.tenant());
        Unit unit = directory.unitByCode(name);
        if (unit == null) {
            unit = directory.units().stream().filter(any -> any.id().toString().equals(name)).findFirst().orElse(null);
        }
        if (unit == null) {
            throw new Misuse.Malformed(Problem.at("unit", "unknown-option", Map.of("value", name)));
        }
        return unit;
    }
}

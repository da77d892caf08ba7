package io.huoji.platform.table;

import io.huoji.platform.access.Viewer;
import io.huoji.platform.table.field.FieldContext;
import io.huoji.platform.tenant.Tenant;
import io.huoji.platform.tenant.Tenants;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Makes what a field type needs to know of the request it works for. */
@Component
class FieldContexts {

    private final Tenants tenants;
    private final Clock clock;

    FieldContexts(Tenants tenants, Clock clock) {
        this.tenants = tenants;
        this.clock = clock;
    }

    Request of(Viewer viewer, UUID table) {
        return new Request(viewer, tenants.byId(viewer.tenant()), table, clock.instant().truncatedTo(ChronoUnit.MILLIS),
                new HashMap<>());
    }

    /** One request; all its fields share the memo. */
    record Request(Viewer viewer, Tenant tenant, UUID table, Instant now, Map<Object, Object> memo) {

        FieldContext field(Field field, String path) {
            return new FieldContext(viewer, tenant, table, path, field.name(), field.role(), field.config(), now, memo);
        }

        FieldContext field(Field field) {
            return field(field, "fields." + field.key());
        }
    }
}

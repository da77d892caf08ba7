package io.huoji.performance.action;

import io.huoji.platform.tenant.TenantId;
import io.huoji.platform.tenant.Tenants;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sets where the writing of a node's cadence begins. */
@Component
class CadenceMarks {

    private final CadenceRepository repository;
    private final Tenants tenants;
    private final Clock clock;

    CadenceMarks(CadenceRepository repository, Tenants tenants, Clock clock) {
        this.repository = repository;
        this.tenants = tenants;
        this.clock = clock;
    }

    /**
     * After a node was made or changed: its cadence starts with the next period, or with the first one from {@code validFrom}
     * on, be that in the past. Once something was expected, an edit no longer moves the mark.
     */
    void begin(TenantId tenant, Node node) {
        if (!(node.current().trigger() instanceof Trigger.Cadence cadence)) {
            return;
        }
        boolean isMarked = repository.marks(tenant).containsKey(node.id());
        if (isMarked && repository.hasExpectations(tenant, node.id())) {
            return;
        }
        var schedule = new CadenceSchedule(cadence.per(), tenants.byId(tenant).zone());
        repository.put(tenant, node.id(), first(schedule, node.current().validFrom()));
    }

    private LocalDate first(CadenceSchedule schedule, @Nullable LocalDate validFrom) {
        return validFrom == null ? schedule.firstAfter(clock.instant()) : schedule.firstFrom(validFrom);
    }
}

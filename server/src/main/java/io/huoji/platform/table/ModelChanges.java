package io.huoji.platform.table;

import io.huoji.platform.access.Permission;
import io.huoji.platform.access.Viewer;
import io.huoji.platform.kernel.Problem;
import io.huoji.platform.tenant.Stamps;
import io.huoji.platform.tenant.TenantTransactions;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.springframework.stereotype.Component;

/** One change of a table's model: in one transaction, one at a time per table, seen by everybody afterwards. */
@Component
class ModelChanges {

    private final Tables tables;
    private final ModelRepository repository;
    private final Slots slots;
    private final FieldRuleCheck rules;
    private final TenantTransactions transactions;
    private final Stamps stamps;
    private final Clock clock;

    ModelChanges(Tables tables, ModelRepository repository, Slots slots, FieldRuleCheck rules,
            TenantTransactions transactions, Stamps stamps, Clock clock) {
        this.tables = tables;
        this.repository = repository;
        this.slots = slots;
        this.rules = rules;
        this.transactions = transactions;
        this.stamps = stamps;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    Table change(Viewer viewer, String tableKey, BiConsumer<Table, List<Problem>> change) {
        viewer.needs(Permission.MODEL_WRITE);
        return changeViews(viewer, tableKey, (table, problems) -> {
            change.accept(table, problems);
            rules.check(viewer, tables.byKey(viewer.tenant(), tableKey), field -> "", problems);
            Tables.refuseAny(problems);
        });
    }

    /** The same for the views of a table, which need not change the model. */
    Table changeViews(Viewer viewer, String tableKey, BiConsumer<Table, List<Problem>> change) {
        UUID id = transactions.in(viewer.tenant(), () -> {
            UUID table = tables.byKey(viewer.tenant(), tableKey).id();
            repository.lock(viewer.tenant(), table);
            stamps.bump(viewer.tenant());
            // Read again behind the lock: another change may have just been made.
            change.accept(tables.byKey(viewer.tenant(), tableKey), new ArrayList<>());
            slots.settle(viewer.tenant(), tables.byKey(viewer.tenant(), tableKey));
            return table;
        });
        return Objects.requireNonNull(tables.find(viewer.tenant(), id));
    }
}

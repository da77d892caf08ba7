package io.huoji.platform.table;

import io.huoji.platform.access.Viewer;
import io.huoji.platform.tenant.TenantTransactions;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;

/** How many records of a table a filter finds for a viewer. */
@TestComponent
public class RecordCounts {

    private final RecordLists lists;
    private final Tables tables;
    private final TenantTransactions transactions;

    RecordCounts(RecordLists lists, Tables tables, TenantTransactions transactions) {
        this.lists = lists;
        this.tables = tables;
        this.transactions = transactions;
    }

    public long of(Viewer viewer, String table, @Nullable Condition filter) {
        return transactions.in(viewer.tenant(), () -> Objects.requireNonNull(lists
                .page(viewer, tables.byKey(viewer.tenant(), table), new RecordQuery(filter, null, 1, null, true, false))
                .total()));
    }
}

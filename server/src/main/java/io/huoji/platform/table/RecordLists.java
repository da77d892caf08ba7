package io.huoji.platform.table;

import io.huoji.platform.access.Viewer;
import io.huoji.platform.kernel.Page;
import io.huoji.platform.table.RecordListRepository.Ordered;
import java.util.List;
import org.springframework.stereotype.Component;

/** Pages of records: what the viewer may know of, filtered, in order. */
@Component
class RecordLists {

    private final Columns columns;
    private final RecordListRepository repository;
    private final FieldContexts contexts;

    RecordLists(Columns columns, RecordListRepository repository, FieldContexts contexts) {
        this.columns = columns;
        this.repository = repository;
        this.contexts = contexts;
    }

    /** A page of rows; must run in the tenant's transaction. */
    Page<RecordRow> page(Viewer viewer, Table table, RecordQuery query) {
        // The bin shows first what was thrown away last.
        String sort = query.sort() == null && query.deleted() ? "-deletedAt" : query.sort();
        RecordOrder order = RecordOrder.parse(sort, table, columns);
        FieldContexts.Request request = contexts.of(viewer, table.id());
        List<Ordered> rows = repository.page(table, query, order, request, query.limit() + 1);
        boolean more = rows.size() > query.limit();
        List<Ordered> shown = more ? rows.subList(0, query.limit()) : rows;
        String next = more ? order.cursor(shown.getLast().place()) : null;
        return new Page<>(shown.stream().map(Ordered::row).toList(), next,
                query.total() ? (Long) repository.count(table, query, request) : null);
    }
}

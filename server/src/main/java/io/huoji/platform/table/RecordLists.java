package io.huoji.platform.table;

import io.huoji.platform.access.Viewer;
import io.huoji.platform.kernel.Page;
import java.util.List;
import org.jooq.Condition;
import org.springframework.stereotype.Component;

/** Pages of records: what the viewer may know of, filtered, in order. */
@Component
class RecordLists {

    private final RecordFilter filter;
    private final Columns columns;
    private final RecordListRepository repository;
    private final FieldContexts contexts;

    RecordLists(RecordFilter filter, Columns columns, RecordListRepository repository, FieldContexts contexts) {
        this.filter = filter;
        this.columns = columns;
        this.repository = repository;
        this.contexts = contexts;
    }

    /** A page of rows; must run in the tenant's transaction. */
    Page<RecordRow> page(Viewer viewer, Table table, RecordQuery query) {
        RecordOrder order = RecordOrder.parse(query.sort(), table, columns);
        Condition condition = RecordListRepository.of(viewer.tenant().value(), table.id(), query.deleted())
                .and(RecordFilter.within(viewer.scope()))
                .and(filter.compile(table, query.filter(), contexts.of(viewer, table.id())));
        List<RecordListRepository.Ordered> rows = repository.page(condition, order, query.cursor(), query.limit() + 1);
        boolean more = rows.size() > query.limit();
        List<RecordListRepository.Ordered> shown = more ? rows.subList(0, query.limit()) : rows;
        String next = more ? order.cursor(shown.getLast().keys(), shown.getLast().row().id()) : null;
        return new Page<>(shown.stream().map(RecordListRepository.Ordered::row).toList(), next,
                query.total() ? (Long) repository.count(condition) : null);
    }
}

package io.huoji.platform.table;

import io.huoji.platform.access.Viewer;
import io.huoji.platform.event.Events;
import io.huoji.platform.kernel.Misuse;
import io.huoji.platform.kernel.Problem;
import io.huoji.platform.tenant.TenantTransactions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;

/**
 * Changes, deletes or restores many records of one table, each by itself: those that can't are told why, the others are done.
 * Packs are written in one transaction; a pack in which the database refuses one is done again record by record.
 */
@Service
class RecordSeries {

    private static final int PACK = 200;

    private final Tables tables;
    private final RecordGate gate;
    private final RecordWriter writer;
    private final RecordListRepository lists;
    private final FieldContexts contexts;
    private final TenantTransactions transactions;
    private final Events events;

    RecordSeries(Tables tables, RecordGate gate, RecordWriter writer, RecordListRepository lists,
            FieldContexts contexts, TenantTransactions transactions, Events events) {
        this.tables = tables;
        this.gate = gate;
        this.writer = writer;
        this.lists = lists;
        this.contexts = contexts;
        this.transactions = transactions;
        this.events = events;
    }

    private record Call(Viewer viewer, Table table, FieldContexts.Request request, RecordAct act,
            List<SeriesItem> items, Map<Integer, SeriesItem.Outcome> outcomes) {

        void done(int index, long version) {
            outcomes.put(index, new SeriesItem.Outcome(index, 200, items.get(index).id(), version, null));
        }

        void refuse(int index, int status, List<Problem> problems) {
            outcomes.put(index, new SeriesItem.Outcome(index, status, items.get(index).id(), null, problems));
        }
    }

    /** What became of each item, in their order. */
    List<SeriesItem.Outcome> run(Viewer viewer, String tableKey, RecordAct act, List<SeriesItem> items) {
        Table table = tables.byKey(viewer.tenant(), tableKey);
        Call call = new Call(viewer, table, contexts.of(viewer, table.id()), act, items,
                new TreeMap<>());
        for (int from = 0; from < items.size(); from += PACK)
            pack(call, IntStream.range(from, Math.min(from + PACK, items.size())).boxed().toList());
        events.wake(viewer.tenant());
        return List.copyOf(call.outcomes().values());
    }

    private void pack(Call call, List<Integer> indexes) {
        try {
            transactions.run(call.viewer().tenant(), () -> write(call, indexes));
        } catch (NotStorable | Misuse.Stale | DataIntegrityViolationException someOfThem) {
            indexes.forEach(index -> alone(call, index));
        }
    }

    private void alone(Call call, int index) {
        try {
            transactions.run(call.viewer().tenant(), () -> write(call, List.of(index)));
        } catch (NotStorable refused) {
            call.refuse(index, 422, refused.all());
        } catch (Misuse.Stale stale) {
            call.refuse(index, 412, stale.problems());
        }
    }

    private void write(Call call, List<Integer> indexes) {
        Map<UUID, RecordRow> rows = lists.byIds(call.viewer(),
                indexes.stream().map(index -> call.items().get(index).id()).toList()).stream()
                .collect(Collectors.toMap(RecordRow::id, row -> row));
        Map<Integer, RecordWrite> writes = new LinkedHashMap<>();
        for (int index : indexes) {
            RecordWrite write = checked(call, index, rows.get(call.items().get(index).id()));
            if (write != null)
                writes.put(index, write);
        }
        if (writes.isEmpty())
            return;
        writer.write(call.viewer(), call.request().tenant(), call.table(), List.copyOf(writes.values()),
                call.act().name());
        writes.forEach((index, write) -> call.done(index, write.after().version()));
    }

    /** The write that the item asks for; null after its outcome has been noted. */
    private @Nullable RecordWrite checked(Call call, int index, @Nullable RecordRow before) {
        SeriesItem item = call.items().get(index);
        if (before == null || !before.table().equals(call.table().id())
                || before.isDeleted() != call.act().onDeleted()) {
            call.refuse(index, 404, new Misuse.NotFound("record", item.id()).problems());
            return null;
        }
        if (item.version() != null && item.version() != before.version()) {
            call.refuse(index, 412, new Misuse.Stale(before.version()).problems());
            return null;
        }
        List<Problem> problems = new ArrayList<>();
        try {
            RecordRow after = changed(call, item, before, problems);
            if (!problems.isEmpty())
                call.refuse(index, 422, List.copyOf(problems));
            else if (call.act().isUpdate() && RecordValues.changes(call.table(), before, after).isEmpty())
                call.done(index, before.version());
            else
                return call.act().write(before, after);
        } catch (Misuse.Forbidden forbidden) {
            call.refuse(index, 403, forbidden.problems());
        }
        return null;
    }

    private RecordRow changed(Call call, SeriesItem item, RecordRow before, List<Problem> problems) {
        if (call.act().isUpdate())
            return gate.changed(call.table(), before,
                    new Patch(Objects.requireNonNull(item.fields()), call.act().source()), call.request(), problems);
        return call.act().onDeleted()
                ? gate.restored(call.table(), before, call.request(), problems)
                : RecordGate.deleted(before, call.request());
    }
}

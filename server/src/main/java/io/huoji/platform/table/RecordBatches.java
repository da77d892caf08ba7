package io.huoji.platform.table;

import io.huoji.platform.access.Permission;
import io.huoji.platform.access.Viewer;
import io.huoji.platform.event.Events;
import io.huoji.platform.kernel.Misuse;
import io.huoji.platform.kernel.Problem;
import io.huoji.platform.table.BatchOptions.OnExisting;
import io.huoji.platform.table.BatchOutcome.Item;
import io.huoji.platform.tenant.TenantTransactions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;

/** Many records at once: each item by itself, or all or nothing. Rows are written in packs, one short transaction each. */
@Service
public class RecordBatches {

    private static final int PACK = 500;
    private static final int ATTEMPTS = 3;
    private static final String SOURCE_SYSTEM = "api";

    private final Tables tables;
    private final RecordGate gate;
    private final RecordWriter writer;
    private final RecordWriteRepository repository;
    private final FieldContexts contexts;
    private final TenantTransactions transactions;
    private final Events events;

    RecordBatches(Tables tables, RecordGate gate, RecordWriter writer, RecordWriteRepository repository,
            FieldContexts contexts, TenantTransactions transactions, Events events) {
        this.tables = tables;
        this.gate = gate;
        this.writer = writer;
        this.repository = repository;
        this.contexts = contexts;
        this.transactions = transactions;
        this.events = events;
    }

    /** Undoes a pack or an atomic batch, after the reasons have been noted. */
    private static final class Undo extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Undo() {
            super(null, null, false, false);
        }
    }

    /** One call: its items' outcomes as they become known. */
    private record Call(Viewer viewer, Table table, FieldContexts.Request request, BatchOptions options,
            Map<Integer, Item> outcomes) {

        void put(int index, int status, @Nullable UUID id, @Nullable List<Problem> errors) {
            outcomes.put(index, new Item(index, status, id, errors));
        }

        boolean isRefused(int index) {
            Item known = outcomes.get(index);
            return known != null && known.errors() != null;
        }

        boolean hasFailed() {
            return outcomes.values().stream().anyMatch(item -> item.errors() != null);
        }
    }

    /** Stores the drafts; answers what became of each, in their order. */
    public BatchOutcome store(Viewer viewer, String tableKey, List<Draft> drafts, BatchOptions options) {
        viewer.needs(options.importing() ? Permission.RECORDS_IMPORT : Permission.RECORDS_CREATE);
        Table table = tables.byKey(viewer.tenant(), tableKey);
        Call call = new Call(viewer, table, contexts.of(viewer, table.id()), options, new HashMap<>());
        preload(call, drafts);
        if (options.atomic())
            atomic(call, drafts);
        else
            for (int from = 0; from < drafts.size(); from += PACK)
                separately(call, drafts, from, Math.min(from + PACK, drafts.size()));
        events.wake(viewer.tenant());
        return new BatchOutcome(java.util.stream.IntStream.range(0, drafts.size())
                .mapToObj(index -> Objects.requireNonNull(call.outcomes().get(index))).toList());
    }

    private static void preload(Call call, List<Draft> drafts) {
        for (Field field : call.table().fields()) {
            List<JsonNode> given = drafts.stream().map(draft -> draft.fields().get(field.key()))
                    .filter(value -> value != null && !value.isNull()).toList();
            if (!given.isEmpty())
                field.type().preload(given, call.request().field(field));
        }
    }

    private void atomic(Call call, List<Draft> drafts) {
        for (int attempt = 1;; attempt++)
            try {
                atomicOnce(call, drafts);
                return;
            } catch (DataIntegrityViolationException | Misuse.Stale overtaken) {
                if (attempt == ATTEMPTS)
                    throw overtaken;
                call.outcomes().clear();
            }
    }

    private void atomicOnce(Call call, List<Draft> drafts) {
        try {
            transactions.run(call.viewer().tenant(), () -> {
                for (int from = 0; from < drafts.size(); from += PACK)
                    pack(call, drafts, from, Math.min(from + PACK, drafts.size()));
                if (call.hasFailed())
                    throw new Undo();
            });
        } catch (Undo undone) {
            for (int index = 0; index < drafts.size(); index++) {
                Item known = call.outcomes().get(index);
                if (known == null || known.errors() == null)
                    call.put(index, 424, null, List.of(Problem.at("", "undone-with-others")));
            }
        }
    }

    /** A pack in a transaction of its own; those that stand in its way are left out, and the others tried again. */
    private void separately(Call call, List<Draft> drafts, int from, int to) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++)
            try {
                transactions.run(call.viewer().tenant(), () -> pack(call, drafts, from, to));
                return;
            } catch (Undo undone) {
                // What forbids them has been noted.
            } catch (DataIntegrityViolationException | Misuse overtaken) {
                // Somebody stored or changed one of them meanwhile: it is known now.
            }
        for (int index = from; index < to; index++)
            alone(call, drafts, index);
    }

    private void alone(Call call, List<Draft> drafts, int index) {
        try {
            transactions.run(call.viewer().tenant(), () -> pack(call, drafts, index, index + 1));
        } catch (Undo refused) {
            // Its problems are told already.
        } catch (Misuse.Forbidden forbidden) {
            call.put(index, 403, null, forbidden.problems());
        } catch (Misuse | DataIntegrityViolationException known) {
            call.put(index, 409, null, List.of(exists(drafts.get(index))));
        }
    }

    private void pack(Call call, List<Draft> drafts, int from, int to) {
        Map<String, RecordRow> known = known(call, drafts.subList(from, to));
        Map<Integer, RecordWrite> made = new LinkedHashMap<>();
        Map<Integer, RecordWrite> changed = new LinkedHashMap<>();
        for (int index = from; index < to; index++) {
            if (call.isRefused(index))
                continue;
            Draft draft = drafts.get(index);
            RecordRow there = draft.externalId() == null ? null : known.get(draft.externalId());
            RecordWrite write = there == null ? create(call, draft, index) : meet(call, draft, there, index);
            if (write == null)
                continue;
            (write.before() == null ? made : changed).put(index, write);
            if (draft.externalId() != null)
                known.put(draft.externalId(), write.after());
        }
        write(call, made, "created", 201);
        write(call, changed, "updated", 200);
    }

    private Map<String, RecordRow> known(Call call, List<Draft> drafts) {
        List<String> names = drafts.stream().map(Draft::externalId).filter(Objects::nonNull).distinct().toList();
        return names.isEmpty()
                ? new HashMap<>()
                : new HashMap<>(repository.byExternalIds(call.viewer().tenant(),
                        call.table().id(), SOURCE_SYSTEM, names));
    }

    private @Nullable RecordWrite create(Call call, Draft draft, int index) {
        List<Problem> problems = new ArrayList<>();
        RecordRow row = gated(call, index, problems, () -> gate.created(call.table(), draft, call.request(), problems));
        return row == null ? null : new RecordWrite(null, row);
    }

    private interface Gate {
        RecordRow row();
    }

    private static @Nullable RecordRow gated(Call call, int index, List<Problem> problems, Gate gate) {
        try {
            RecordRow row = gate.row();
            if (problems.isEmpty())
                return row;
            call.put(index, 422, null, List.copyOf(problems));
        } catch (Misuse.Forbidden forbidden) {
            call.put(index, 403, null, forbidden.problems());
        }
        return null;
    }

    /** An item whose name is known already. */
    private @Nullable RecordWrite meet(Call call, Draft draft, RecordRow there, int index) {
        boolean visible = call.viewer().scope().covers(there.unit(), there.subject());
        if (!visible || there.isDeleted()) {
            call.put(index, 409, null, List.of(exists(draft)));
            return null;
        }
        if (call.options().onExisting() == OnExisting.SKIP) {
            call.put(index, 200, there.id(), null);
            return null;
        }
        List<Problem> problems = new ArrayList<>();
        boolean update = call.options().onExisting() == OnExisting.UPDATE;
        RecordRow row = gated(call, index, problems, () -> update
                ? gate.changed(call.table(), there, new Patch(draft.fields(), draft.source()), call.request(), problems)
                : gate.created(call.table(), draft, call.request(), problems));
        if (row == null)
            return null;
        boolean same = update
                ? RecordValues.changes(call.table(), there, row).isEmpty()
                : RecordValues.isRepeat(call.table(), there, row, draft);
        if (same || !update) {
            call.put(index, same ? 200 : 409, same ? there.id() : null, same ? null : List.of(exists(draft)));
            return null;
        }
        call.viewer().needs(Permission.RECORDS_UPDATE);
        return new RecordWrite(there, row, draft.source(), null);
    }

    private static Problem exists(Draft draft) {
        return Problem.at("externalId", "exists", Map.of("value", String.valueOf(draft.externalId())));
    }

    private void write(Call call, Map<Integer, RecordWrite> writes, String act, int status) {
        if (writes.isEmpty())
            return;
        try {
            writer.write(call.viewer(), call.request().tenant(), call.table(), List.copyOf(writes.values()), act);
        } catch (NotStorable refused) {
            writes.forEach((index, write) -> {
                List<Problem> problems = refused.problems().get(write.after().id());
                if (problems != null)
                    call.put(index, 422, null, problems);
            });
            throw new Undo();
        }
        writes.forEach((index, write) -> call.put(index, status, write.after().id(), null));
    }
}

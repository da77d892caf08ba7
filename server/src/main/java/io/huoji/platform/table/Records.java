package io.huoji.platform.table;

import io.huoji.platform.access.Permission;
import io.huoji.platform.access.Viewer;
import io.huoji.platform.event.Events;
import io.huoji.platform.file.FileOwnerRights;
import io.huoji.platform.kernel.Misuse;
import io.huoji.platform.kernel.Page;
import io.huoji.platform.kernel.Problem;
import io.huoji.platform.tenant.TenantTransactions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** The records of all tables: the one way in, whatever path they come by, and the lists out. */
@Service
public class Records implements FileOwnerRights {

    private static final int ATTEMPTS = 10;

    private final Tables tables;
    private final RecordGate gate;
    private final RecordWriter writer;
    private final RecordWriteRepository repository;
    private final RecordListRepository lists;
    private final RecordLists pages;
    private final RecordPresenter presenter;
    private final FieldContexts contexts;
    private final TenantTransactions transactions;
    private final Events events;

    Records(Tables tables, RecordGate gate, RecordWriter writer, RecordWriteRepository repository,
            RecordListRepository lists, RecordLists pages, RecordPresenter presenter, FieldContexts contexts,
            TenantTransactions transactions, Events events) {
        this.tables = tables;
        this.gate = gate;
        this.writer = writer;
        this.repository = repository;
        this.lists = lists;
        this.pages = pages;
        this.presenter = presenter;
        this.contexts = contexts;
        this.transactions = transactions;
        this.events = events;
    }

    /** Stores a new record, or says everything that forbids it. A repeat answers the record that is there. */
    public Submission submit(Viewer viewer, String tableKey, Draft draft) {
        viewer.needs(Permission.RECORDS_CREATE);
        Table table = tables.byKey(viewer.tenant(), tableKey);
        FieldContexts.Request request = contexts.of(viewer, table.id());
        List<Problem> problems = new ArrayList<>();
        RecordRow row = gate.created(table, draft, request, problems);
        if (!problems.isEmpty())
            return new Submission.Rejected(problems);
        try {
            return stored(viewer, table, row, draft, request);
        } catch (NotStorable refused) {
            return new Submission.Rejected(refused.all());
        } catch (DuplicateKeyException reason) {
            Submission known = known(viewer, table, row, draft, request);
            if (known == null)
                throw reason;
            return known;
        }
    }

    private Submission stored(Viewer viewer, Table table, RecordRow row, Draft draft, FieldContexts.Request request) {
        if (RecordWriter.isPlain(table, row)) {
            RecordWriteRepository.Outcome outcome = writer.insertNewest(request.tenant(), table, row);
            if (outcome != null)
                return new Submission.Accepted(presenter.one(table, row, outcome.facts().get(row.id()), request), true);
        } else if (draft.id() != null || draft.externalId() != null) {
            // Its own files and unique values must not stand in the way of a repeat.
            Submission known = known(viewer, table, row, draft, request);
            if (known != null)
                return known;
        }
        return write(viewer, table, new RecordWrite(null, row), "created", request);
    }

    /** The other way: everything in one transaction, step by step. */
    private Submission write(Viewer viewer, Table table, RecordWrite write, String act, FieldContexts.Request request) {
        Submission done = transactions.in(viewer.tenant(), () -> {
            writer.write(viewer, request.tenant(), table, List.of(write), act);
            return new Submission.Accepted(presenter.all(table, List.of(write.after()), request).getFirst(),
                    write.before() == null);
        });
        events.wake(viewer.tenant());
        return done;
    }

    /** Somebody stored it before: the same answer again when it says the same, else a conflict. */
    private @Nullable Submission known(Viewer viewer, Table table, RecordRow row, Draft draft,
            FieldContexts.Request request) {
        return transactions.in(viewer.tenant(), () -> {
            List<RecordRow> known = repository.byIds(viewer.tenant(), List.of(row.id()));
            String source = row.origin().externalSource();
            String name = row.origin().externalId();
            if (known.isEmpty() && source != null && name != null)
                known = List
                        .copyOf(repository.byExternalIds(viewer.tenant(), table.id(), source, List.of(name)).values());
            if (known.isEmpty())
                return null;
            RecordRow there = known.getFirst();
            if (!isVisible(viewer, there) || there.isDeleted() || !RecordValues.isRepeat(table, there, row, draft))
                throw new Misuse.Conflict(Problem.at("externalId", "exists", Map.of("value", String.valueOf(name))));
            return new Submission.Accepted(presenter.all(table, List.of(there), request).getFirst(), false);
        });
    }

    private static boolean isVisible(Viewer viewer, RecordRow row) {
        return viewer.scope().covers(row.unit(), row.subject());
    }

    /** Changes the named fields; refuses when the caller has not seen the newest version. */
    public Submission update(Viewer viewer, UUID id, Patch patch, @Nullable Long ifMatch) {
        viewer.needs(Permission.RECORDS_UPDATE);
        return changing(viewer, id, ifMatch, RecordAct.update(patch.source()),
                (table, before, request, problems) -> gate.changed(table, before, patch, request, problems));
    }

    /** Puts a record into the recycle bin; it leaves every figure. */
    public void delete(Viewer viewer, UUID id, @Nullable Long ifMatch) {
        viewer.needs(Permission.RECORDS_DELETE);
        changing(viewer, id, ifMatch, RecordAct.delete(Source.of(viewer, false)),
                (table, before, request, problems) -> RecordGate.deleted(before, request));
    }

    /** Undoes one's own fresh submission: for that nobody needs the right to delete. */
    public void withdraw(Viewer viewer, UUID id) {
        viewer.needs(Permission.RECORDS_CREATE);
        changing(viewer, id, null, RecordAct.delete(Source.of(viewer, false)),
                (table, before, request, problems) -> RecordGate.withdrawn(before, request));
    }

    /** Takes a record out of the recycle bin, if it would still be accepted. */
    public Submission restore(Viewer viewer, UUID id) {
        viewer.needs(Permission.RECORDS_DELETE);
        return changing(viewer, id, null, RecordAct.restore(Source.of(viewer, false)), gate::restored);
    }

    /** How a row becomes another. */
    interface Change {
        RecordRow of(Table table, RecordRow before, FieldContexts.Request request, List<Problem> problems);
    }

    /** A caller who named no version never hears of one: somebody was faster, so his change builds on theirs. */
    Submission changing(Viewer viewer, UUID id, @Nullable Long ifMatch, RecordAct act, Change change) {
        for (int attempt = 1;; attempt++)
            try {
                return changingOnce(viewer, id, ifMatch, act, change);
            } catch (NotStorable refused) {
                return new Submission.Rejected(refused.all());
            } catch (Misuse.Stale stale) {
                if (ifMatch != null || attempt == ATTEMPTS)
                    throw stale;
            }
    }

    private Submission changingOnce(Viewer viewer, UUID id, @Nullable Long ifMatch, RecordAct act, Change change) {
        Submission done = transactions.in(viewer.tenant(), () -> {
            RecordRow before = row(viewer, id, act.onDeleted());
            if (ifMatch != null && ifMatch != before.version())
                throw new Misuse.Stale(before.version());
            Table table = table(viewer, before);
            FieldContexts.Request request = contexts.of(viewer, table.id());
            List<Problem> problems = new ArrayList<>();
            RecordRow after = change.of(table, before, request, problems);
            if (!problems.isEmpty())
                return new Submission.Rejected(problems);
            if (act.isUpdate() && RecordValues.changes(table, before, after).isEmpty())
                return new Submission.Accepted(presenter.all(table, List.of(before), request).getFirst(), false);
            return write(viewer, table, act.write(before, after), act.name(), request);
        });
        events.wake(viewer.tenant());
        return done;
    }

    public Page<StoredRecord> list(Viewer viewer, String tableKey, RecordQuery query) {
        viewer.needs(query.deleted() ? Permission.RECORDS_DELETE : Permission.RECORDS_READ);
        return transactions.in(viewer.tenant(), () -> {
            Table table = tables.byKey(viewer.tenant(), tableKey);
            Page<RecordRow> page = pages.page(viewer, table, query);
            List<StoredRecord> shown = presenter.all(table, page.items(), contexts.of(viewer, table.id()));
            return new Page<>(shown, page.nextCursor(), page.total());
        });
    }

    /** One living record that the viewer may know of. */
    public StoredRecord byId(Viewer viewer, UUID id) {
        return byId(viewer, id, false);
    }

    /** One living record, or one of the recycle bin, which only those see who may delete. */
    StoredRecord byId(Viewer viewer, UUID id, boolean deleted) {
        viewer.needs(deleted ? Permission.RECORDS_DELETE : Permission.RECORDS_READ);
        return transactions.in(viewer.tenant(), () -> {
            RecordRow row = row(viewer, id, deleted);
            Table table = table(viewer, row);
            return presenter.all(table, List.of(row), contexts.of(viewer, table.id())).getFirst();
        });
    }

    /** Those of these records that are there and that the viewer may know of, by id. */
    public Map<UUID, StoredRecord> byIds(Viewer viewer, Collection<UUID> ids) {
        viewer.needs(Permission.RECORDS_READ);
        return transactions.in(viewer.tenant(), () -> {
            Map<UUID, List<RecordRow>> byTable = lists.byIds(viewer, ids).stream()
                    .filter(row -> !row.isDeleted())
                    .collect(Collectors.groupingBy(RecordRow::table));
            Map<UUID, StoredRecord> found = new HashMap<>();
            byTable.forEach((id, rows) -> {
                Table table = tables.find(viewer.tenant(), id);
                if (table != null && !table.deleted())
                    presenter.all(table, rows, contexts.of(viewer, id))
                            .forEach(record -> found.put(record.row().id(), record));
            });
            return found;
        });
    }

    private Table table(Viewer viewer, RecordRow row) {
        Table table = tables.find(viewer.tenant(), row.table());
        if (table == null || table.deleted())
            throw new Misuse.NotFound("record", row.id());
        return table;
    }

    @Override
    public boolean mayRead(Viewer viewer, UUID record) {
        return viewer.may(Permission.RECORDS_READ)
                && transactions.in(viewer.tenant(), () -> lists.byId(viewer, record)
                        .filter(row -> !row.isDeleted() || viewer.may(Permission.RECORDS_DELETE))
                        .isPresent());
    }

    /** The row, if the viewer may know of it and its table is there; refuses with 404 otherwise. */
    RecordRow row(Viewer viewer, UUID id, boolean deleted) {
        return lists.byId(viewer, id)
                .filter(row -> row.isDeleted() == deleted)
                .orElseThrow(() -> new Misuse.NotFound("record", id));
    }
}

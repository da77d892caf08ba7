package io.huoji.platform.table;

import io.huoji.platform.access.Viewer;
import io.huoji.platform.event.Events;
import io.huoji.platform.kernel.Misuse;
import io.huoji.platform.tenant.Tenant;
import io.huoji.platform.tenant.TenantTransactions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Brings checked rows into the database: one new row in two round trips, everything else step by step in one transaction. */
@Component
class RecordWriter {

    private static final Statement COMMIT = Statement.of("commit");

    private final RecordGate gate;
    private final RecordWriteRepository repository;
    private final RecordStatements statements;
    private final RecordBelongings belongings;
    private final TenantTransactions transactions;
    private final Events events;

    RecordWriter(RecordGate gate, RecordWriteRepository repository, RecordStatements statements,
            RecordBelongings belongings, TenantTransactions transactions, Events events) {
        this.gate = gate;
        this.repository = repository;
        this.statements = statements;
        this.belongings = belongings;
        this.transactions = transactions;
        this.events = events;
    }

    /**
     * Stores a new row that is the newest of its group: SET LOCAL, then one string with everything up to COMMIT.
     *
     * @return the facts that participants gave of it; null when it is not the newest, and nothing was stored
     */
    RecordWriteRepository.@Nullable Outcome insertNewest(Tenant tenant, Table table, RecordRow row) {
        RecordWrite write = new RecordWrite(null, row);
        Script script = new Script();
        if (row.subject() != null)
            script.add(RecordStatements.lock(tenant.id(), row.subject()));
        for (RecordParticipant participant : gate.participants(table))
            participant.beside(tenant.id(), row).forEach(script::add);
        boolean grouped = row.subject() != null && row.kind() != null;
        int insert = script.add(grouped
                ? RecordColumns.insertWhere(tenant.id(), row, table, RecordGroup.isNewest(tenant.id(), row))
                : RecordColumns.insert(tenant.id(), row, table));
        script.add(RecordStatements.ifStored(statements.history(tenant.id(), table, write, "created"), tenant.id(),
                row.id()));
        script.add(RecordStatements.ifStored(statements.event(tenant, write, "created", null), tenant.id(), row.id()));
        script.add(COMMIT);
        RecordWriteRepository.Outcome outcome = transactions.in(tenant.id(), () -> repository.run(script));
        events.wake(tenant.id());
        return outcome.counts().get(insert) == 0 ? null : outcome;
    }

    /** True when the row needs nothing beside its statements, so that it can take the short way. */
    static boolean isPlain(Table table, RecordRow row) {
        return RecordValues.files(table, row).isEmpty() && RecordValues.unique(table, row).isEmpty();
    }

    /**
     * Writes rows of one table in the open transaction: locks the people, writes, settles, leaves history and events. Throws
     * what forbids it ({@link NotStorable}, stale), so that the transaction is undone.
     */
    void write(Viewer viewer, Tenant tenant, Table table, List<RecordWrite> writes, String act) {
        repository.lockPeople(tenant.id(), people(writes));
        List<Statement> inserts = new ArrayList<>();
        for (RecordWrite write : writes) {
            RecordRow before = write.before();
            if (before == null)
                inserts.add(RecordColumns.insert(tenant.id(), write.after(), table));
            else if (repository.update(RecordColumns.change(tenant.id(), before, write.after(), table)) == 0)
                throw new Misuse.Stale(before.version() + 1);
        }
        repository.batch(inserts);
        belongings.settle(viewer, table, writes);
        finish(tenant, table, writes, act);
    }

    private void finish(Tenant tenant, Table table, List<RecordWrite> writes, String act) {
        List<Cell> cells = new ArrayList<>();
        for (RecordParticipant participant : gate.participants(table))
            cells.addAll(participant.settle(tenant.id(), writes));
        repository.batch(writes.stream().map(write -> statements.history(tenant.id(), table, write, act)).toList());
        List<Statement> told = new ArrayList<>();
        for (RecordWrite write : writes)
            told.add(statements.event(tenant, write, act, told.isEmpty() && !cells.isEmpty() ? cells : null));
        repository.batch(told);
    }

    private static Set<UUID> people(List<RecordWrite> writes) {
        return writes.stream().flatMap(write -> Stream.of(write.after().subject(),
                write.before() == null ? null : write.before().subject())).filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }
}

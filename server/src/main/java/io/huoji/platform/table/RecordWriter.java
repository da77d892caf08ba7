package io.huoji.platform.table;

import io.huoji.platform.access.Viewer;
import io.huoji.platform.event.Events;
import io.huoji.platform.kernel.Problem;
import io.huoji.platform.tenant.Tenant;
import io.huoji.platform.tenant.TenantId;
import io.huoji.platform.tenant.TenantTransactions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    private final TenantTransactions transactions;
    private final Events events;

    RecordWriter(RecordGate gate, RecordWriteRepository repository, RecordStatements statements,
            TenantTransactions transactions, Events events) {
        this.gate = gate;
        this.repository = repository;
        this.statements = statements;
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
     * Writes rows of one table in the open transaction: locks the people, writes, settles, leaves history and events.
     *
     * @return what forbids it; then the caller must undo the transaction
     */
    List<Problem> write(Viewer viewer, Tenant tenant, Table table, List<RecordWrite> writes, String act) {
        repository.lockPeople(tenant.id(), people(writes));
        List<Problem> problems = new ArrayList<>();
        for (RecordWrite write : writes)
            problems.addAll(attachments(viewer, tenant.id(), table, write));
        if (!problems.isEmpty())
            return problems;
        List<Statement> inserts = new ArrayList<>();
        for (RecordWrite write : writes) {
            RecordRow before = write.before();
            if (before == null)
                inserts.add(RecordColumns.insert(tenant.id(), write.after(), table));
            else if (repository.update(RecordColumns.change(tenant.id(), before, write.after(), table)) == 0)
                throw new io.huoji.platform.kernel.Misuse.Stale(before.version() + 1);
        }
        repository.batch(inserts);
        for (RecordWrite write : writes)
            attach(viewer, tenant.id(), table, write);
        finish(tenant, table, writes, act);
        return List.of();
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

    private List<Problem> attachments(Viewer viewer, TenantId tenant, Table table, RecordWrite write) {
        RecordRow row = write.after();
        List<Problem> problems = new ArrayList<>();
        List<UUID> files = row.isDeleted() ? List.of() : RecordValues.files(table, row);
        if (!files.isEmpty()) {
            Map<UUID, String> usable = repository.looseFiles(tenant, viewer.caller(), row.id(), files);
            for (UUID file : files)
                if (!usable.containsKey(file))
                    problems.add(unknownFile(table, row, file));
        }
        Map<UUID, String> unique = row.isDeleted() ? Map.of() : RecordValues.unique(table, row);
        if (!unique.isEmpty())
            repository.taken(tenant, row.id(), unique).forEach(field -> problems.add(notUnique(table, field)));
        return problems;
    }

    private static Problem unknownFile(Table table, RecordRow row, UUID file) {
        Field field = table.fields().stream()
                .filter(one -> row.fields().path(one.key()).toString().contains(file.toString()))
                .findFirst().orElseThrow();
        return Problem.at("fields." + field.key(), "unknown-file",
                Map.of("name", field.name(), "value", file.toString()));
    }

    private static Problem notUnique(Table table, UUID id) {
        Field field = table.fields().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
        return Problem.at("fields." + field.key(), "not-unique", Map.of("name", field.name()));
    }

    private void attach(Viewer viewer, TenantId tenant, Table table, RecordWrite write) {
        RecordRow row = write.after();
        List<UUID> files = RecordValues.files(table, row);
        if (!files.isEmpty() && !row.isDeleted())
            repository.update(RecordStatements.attach(tenant, viewer.caller(), row.id(), files));
        Map<UUID, String> unique = new HashMap<>(row.isDeleted() ? Map.of() : RecordValues.unique(table, row));
        if (write.before() != null)
            repository.update(RecordStatements.forgetUniqueValues(tenant, row.id()));
        for (Map.Entry<UUID, String> value : unique.entrySet())
            repository.update(RecordStatements.uniqueValue(tenant, row.id(), value));
    }
}

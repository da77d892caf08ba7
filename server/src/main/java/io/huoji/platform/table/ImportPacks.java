package io.huoji.platform.table;

import io.huoji.platform.access.Permission;
import io.huoji.platform.kernel.Misuse;
import io.huoji.platform.kernel.Problem;
import io.huoji.platform.table.ImportOutcome.Fate;
import io.huoji.platform.table.RecordImports.Call;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Some rows of a file on their way to being records, all in the open transaction. */
@Component
class ImportPacks {

    private final RecordGate gate;
    private final RecordWriter writer;
    private final ImportMatches matches;

    ImportPacks(RecordGate gate, RecordWriter writer, ImportMatches matches) {
        this.gate = gate;
        this.writer = writer;
        this.matches = matches;
    }

    /** Undoes a transaction, after the reasons have been noted. */
    static final class Undo extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Undo() {
            super(null, null, false, false);
        }
    }

    /** A row that may be stored: what it makes of which record. */
    private record Due(int number, RecordWrite write) {}

    /** The rows as they came out of the gate. */
    private record Judged(Map<Integer, Fate> fates, List<Due> due) {}

    List<ImportOutcome> check(Call call, List<ImportRow> rows) {
        Judged judged = judged(call, rows);
        Map<UUID, List<Problem>> taken = matches.taken(call.table(), call.request(),
                judged.due().stream().map(due -> due.write().after()).toList());
        for (Due due : judged.due()) {
            List<Problem> problems = taken.get(due.write().after().id());
            if (problems != null)
                call.wrong().put(due.number(), problems);
        }
        return outcomes(call, rows, judged);
    }

    List<ImportOutcome> write(Call call, List<ImportRow> rows) {
        Judged judged = judged(call, rows);
        write(call, judged.due().stream().filter(due -> due.write().before() == null).toList(), "created");
        write(call, judged.due().stream().filter(due -> due.write().before() != null).toList(), "updated");
        return outcomes(call, rows, judged);
    }

    private static List<ImportOutcome> outcomes(Call call, List<ImportRow> rows, Judged judged) {
        return rows.stream()
                .map(row -> RecordImports.outcome(row.number(), judged.fates().get(row.number()), call.wrong()))
                .toList();
    }

    private void write(Call call, List<Due> due, String act) {
        if (due.isEmpty())
            return;
        try {
            writer.write(call.viewer(), call.request().tenant(), call.table(), due.stream().map(Due::write).toList(),
                    act);
        } catch (NotStorable refused) {
            due.forEach(one -> {
                List<Problem> problems = refused.problems().get(one.write().after().id());
                if (problems != null)
                    call.wrong().put(one.number(), problems);
            });
            throw new Undo();
        }
    }

    private Judged judged(Call call, List<ImportRow> rows) {
        Map<String, RecordRow> known = matches.of(call.table(), call.request(), call.plan().match(), rows);
        List<ImportCells> read = new ArrayList<>();
        for (ImportRow row : rows)
            if (!call.wrong().containsKey(row.number())) {
                RecordRow there = call.plan().match() == null ? null : known.get(row.cell(call.plan().match()));
                read.add(ImportCells.of(call.table(), call.request(), call.plan().emptyClears(), row, there));
            }
        preload(call, read);
        Map<Integer, Fate> fates = new HashMap<>();
        Map<Integer, RecordWrite> writes = new LinkedHashMap<>();
        for (ImportCells cells : read)
            judge(call, cells, fates, writes);
        return new Judged(fates,
                writes.entrySet().stream().map(due -> new Due(due.getKey(), due.getValue())).toList());
    }

    private static void preload(Call call, List<ImportCells> read) {
        for (Field field : call.table().fields()) {
            List<JsonNode> given = read.stream()
                    .map(cells -> cells.values().get(field.key()))
                    .filter(value -> value != null && !value.isNull())
                    .toList();
            if (!given.isEmpty())
                field.type().preload(given, call.request().field(field));
        }
    }

    private void judge(Call call, ImportCells cells, Map<Integer, Fate> fates, Map<Integer, RecordWrite> writes) {
        int number = cells.row().number();
        List<Problem> problems = new ArrayList<>();
        try {
            RecordWrite write = write(call, cells, problems);
            problems.addAll(0, cells.problems());
            if (problems.isEmpty() && write != null)
                writes.put(number, write);
            fates.put(number, write == null ? Fate.UNCHANGED : write.before() == null ? Fate.CREATED : Fate.UPDATED);
        } catch (Misuse refused) {
            problems.addAll(refused.problems());
        }
        if (!problems.isEmpty())
            call.wrong().put(number, List.copyOf(problems));
    }

    /** Null when there is nothing to write. */
    private @Nullable RecordWrite write(Call call, ImportCells cells, List<Problem> problems) {
        RecordRow there = cells.there();
        String match = call.plan().match();
        if (there == null) {
            boolean isNamed = match != null && match.equals(ImportPlan.ID) && !cells.row().cell(match).isEmpty();
            if (match != null && (isNamed || call.plan().mode() == ImportPlan.Mode.UPDATE)) {
                problems.add(Problem.at("", "no-such-record", Map.of("value", cells.row().cell(match))));
                return null;
            }
            return new RecordWrite(null, gate.created(call.table(), draft(cells), call.request(), problems));
        }
        if (there.isDeleted() || !call.viewer().scope().covers(there.unit(), there.subject())) {
            problems.add(Problem.at("", "record-not-yours", Map.of("value", cells.row().cell(
                    Objects.requireNonNull(match)))));
            return null;
        }
        if (call.plan().mode() == ImportPlan.Mode.CREATE)
            return null;
        RecordRow after = gate.changed(call.table(), there, new Patch(cells.values(), Source.IMPORT), call.request(),
                problems);
        if (RecordValues.changes(call.table(), there, after).isEmpty())
            return null;
        call.viewer().needs(Permission.RECORDS_UPDATE);
        return new RecordWrite(there, after);
    }

    private static Draft draft(ImportCells cells) {
        String externalId = cells.row().cell(ImportPlan.EXTERNAL_ID);
        return new Draft(cells.values(), externalId.isEmpty() ? null : externalId, Source.IMPORT, null);
    }
}

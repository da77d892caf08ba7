package io.huoji.platform.table;

import io.huoji.platform.access.Permission;
import io.huoji.platform.access.Viewer;
import io.huoji.platform.event.Events;
import io.huoji.platform.kernel.Misuse;
import io.huoji.platform.kernel.Problem;
import io.huoji.platform.table.ImportOutcome.Fate;
import io.huoji.platform.tenant.TenantTransactions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;

/** Takes rows of a file as records, by the same gate and the same statements as everything else that writes records. */
@Service
public class RecordImports {

    private static final int ATTEMPTS = 3;

    private final Tables tables;
    private final ImportPacks packs;
    private final FieldContexts contexts;
    private final TenantTransactions transactions;
    private final Events events;

    RecordImports(Tables tables, ImportPacks packs, FieldContexts contexts, TenantTransactions transactions,
            Events events) {
        this.tables = tables;
        this.packs = packs;
        this.contexts = contexts;
        this.transactions = transactions;
        this.events = events;
    }

    /** One call: what is known to be wrong with its rows, by their number. */
    record Call(Viewer viewer, Table table, FieldContexts.Request request, ImportPlan plan,
            Map<Integer, List<Problem>> wrong) {}

    /** What would become of the rows; stores nothing. */
    public List<ImportOutcome> check(Viewer viewer, String table, ImportPlan plan, List<ImportRow> rows) {
        return transactions.in(viewer.tenant(), () -> packs.check(call(viewer, table, plan), rows));
    }

    /**
     * Stores the rows that can be stored, in one transaction where nothing stands in its way, else in several.
     *
     * @param beside runs in each of these transactions with the outcomes of its rows, in their order; what it throws undoes them
     */
    public void write(Viewer viewer, String table, ImportPlan plan, List<ImportRow> rows,
            Consumer<List<ImportOutcome>> beside) {
        Call call = call(viewer, table, plan);
        if (!isStoredTogether(call, rows, beside))
            rows.forEach(row -> alone(call, row, beside));
        events.wake(viewer.tenant());
    }

    private Call call(Viewer viewer, String key, ImportPlan plan) {
        viewer.needs(Permission.RECORDS_IMPORT);
        Table table = tables.byKey(viewer.tenant(), key);
        String match = plan.match();
        Field field = match == null ? null : table.field(match);
        boolean isKnown = match == null || match.equals(ImportPlan.ID) || match.equals(ImportPlan.EXTERNAL_ID)
                || (field != null && field.isUnique());
        if (!isKnown)
            throw new Misuse.Refused(Problem.at("match", "not-a-match-key", Map.of("field", match)));
        return new Call(viewer, table, contexts.of(viewer, table.id()), plan, new HashMap<>());
    }

    private boolean isStoredTogether(Call call, List<ImportRow> rows, Consumer<List<ImportOutcome>> beside) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++)
            if (isStored(call, rows, beside))
                return true;
        return false;
    }

    private boolean isStored(Call call, List<ImportRow> rows, Consumer<List<ImportOutcome>> beside) {
        try {
            transactions.run(call.viewer().tenant(), () -> beside.accept(packs.write(call, rows)));
            return true;
        } catch (ImportPacks.Undo undone) {
            // What forbids them has been noted: the others are tried again.
            return false;
        } catch (DataIntegrityViolationException | Misuse.Stale overtaken) {
            // Somebody stored or changed one of them meanwhile: it is known now.
            return false;
        }
    }

    /** A row whose neighbours can't be stored with it. */
    private void alone(Call call, ImportRow row, Consumer<List<ImportOutcome>> beside) {
        if (isStoredTogether(call, List.of(row), beside))
            return;
        List<Problem> problems = call.wrong().getOrDefault(row.number(),
                new ArrayList<>(List.of(Problem.at("", "row-in-use"))));
        transactions.run(call.viewer().tenant(),
                () -> beside.accept(List.of(ImportOutcome.wrong(row.number(), problems))));
    }

    static ImportOutcome outcome(int number, @Nullable Fate fate, Map<Integer, List<Problem>> wrong) {
        List<Problem> problems = wrong.get(number);
        return problems != null || fate == null
                ? ImportOutcome.wrong(number, problems == null ? List.of() : problems)
                : new ImportOutcome(number, fate, List.of());
    }
}

package io.huoji.edge.transfer;

import io.huoji.platform.access.Viewer;
import io.huoji.platform.kernel.Problem;
import io.huoji.platform.table.ImportOutcome;
import io.huoji.platform.table.ImportRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One walk over the rows of a file, from where the last one stopped: what is done with a row and that it is done are one
 * transaction, so no row is taken twice and none is left out, whatever stops the walk.
 */
final class ImportPass {

    private final Transfer transfer;
    private final ImportSettings settings;
    private final Target target;
    private final Viewer viewer;
    private final Progress progress;
    private final BooleanSupplier stops;
    private final Map<String, Integer> seen = new HashMap<>();
    private final List<String> keys;
    private final List<ImportRow> rows = new ArrayList<>();
    private final List<ImportOutcome> twice = new ArrayList<>();
    private int position;
    private boolean stopped;

    /** Keeps how far the walk has come; in the open transaction, or in one of its own. */
    interface Progress {
        void advance(int from, int to, List<ImportOutcome> outcomes);
    }

    /** @param keys fields whose value must not come twice in one file */
    ImportPass(Transfer transfer, ImportSettings settings, Target target, Viewer viewer, List<String> keys,
            Progress progress, BooleanSupplier stops) {
        this.transfer = transfer;
        this.settings = settings;
        this.target = target;
        this.viewer = viewer;
        this.keys = keys;
        this.progress = progress;
        this.stops = stops;
        this.position = transfer.position();
    }

    /** False once it is to stop. */
    boolean visit(int number, List<String> cells) {
        if (number <= settings.headerRow() || cells.stream().allMatch(String::isBlank))
            return true;
        ImportRow row = row(number, cells);
        Problem repeated = repeated(row);
        if (number <= transfer.position())
            return true;
        if (repeated != null)
            twice.add(ImportOutcome.wrong(number, List.of(repeated)));
        else
            rows.add(row);
        if (rows.size() + twice.size() < target.atOnce())
            return true;
        flush();
        stopped = stops.getAsBoolean();
        return !stopped;
    }

    private ImportRow row(int number, List<String> cells) {
        Map<String, String> values = new HashMap<>();
        for (int column = 0; column < settings.mapping().size(); column++) {
            String field = settings.mapping().get(column);
            if (!field.isEmpty())
                values.put(field, column < cells.size() ? cells.get(column) : "");
        }
        return new ImportRow(number, values);
    }

    private @Nullable Problem repeated(ImportRow row) {
        for (String key : keys) {
            String cell = row.cells().getOrDefault(key, "").strip();
            Integer first = cell.isEmpty() ? null : seen.putIfAbsent(key + '\n' + cell, row.number());
            if (first != null)
                return Problem.at("fields." + key, "twice-in-file", Map.of("row", first, "value", cell));
        }
        return null;
    }

    /** Does the rest; false when it was stopped before the end. */
    boolean finish() {
        if (!stopped)
            flush();
        return !stopped;
    }

    private void flush() {
        if (!rows.isEmpty() && transfer.state() == Transfer.State.CHECKING)
            told(target.check(viewer, settings.plan(), List.copyOf(rows)));
        else if (!rows.isEmpty())
            target.write(viewer, settings.plan(), List.copyOf(rows), this::told);
        if (!twice.isEmpty())
            told(List.of());
        rows.clear();
    }

    /** Rows that came twice are told in their place among the others. */
    private void told(List<ImportOutcome> outcomes) {
        int last = outcomes.isEmpty() ? Integer.MAX_VALUE : outcomes.getLast().number();
        List<ImportOutcome> all = new ArrayList<>(outcomes);
        twice.stream().filter(one -> one.number() < last && one.number() > position).forEach(all::add);
        int to = all.stream().mapToInt(ImportOutcome::number).max().orElse(position);
        progress.advance(position, to, all);
        position = to;
        twice.removeIf(one -> one.number() <= position);
    }
}

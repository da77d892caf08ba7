package io.huoji.edge.transfer;

import io.huoji.platform.access.Viewer;
import io.huoji.platform.kernel.Misuse;
import io.huoji.platform.kernel.Problem;
import io.huoji.platform.org.Rights;
import io.huoji.platform.org.Unit;
import io.huoji.platform.org.UnitInput;
import io.huoji.platform.org.Units;
import io.huoji.platform.table.ImportOutcome;
import io.huoji.platform.table.ImportOutcome.Fate;
import io.huoji.platform.table.ImportPlan;
import io.huoji.platform.table.ImportRow;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** Rows of a file as units, each after the one above it; all in the open transaction. */
final class UnitRows {

    private final Units units;
    private final Rights rights;
    private final Viewer viewer;
    private final Set<UUID> known;
    private final ImportPlan plan;
    private final Map<Integer, ImportOutcome> outcomes = new HashMap<>();
    /** Units of the file that are there by now, by code and by name. */
    private final Map<String, String> codes = new HashMap<>();
    private final Set<Integer> open = new HashSet<>();

    /** @param rights as of before anything of the file was taken */
    UnitRows(Units units, Rights rights, ImportPlan plan) {
        this.units = units;
        this.rights = rights;
        this.viewer = rights.viewer();
        this.known = rights.knownUnits();
        this.plan = plan;
    }

    List<ImportOutcome> take(List<ImportRow> rows) {
        rows.forEach(row -> take(row, rows));
        return rows.stream().map(row -> Objects.requireNonNull(outcomes.get(row.number()))).toList();
    }

    private void take(ImportRow row, List<ImportRow> rows) {
        if (outcomes.containsKey(row.number()))
            return;
        if (!open.add(row.number())) {
            outcomes.put(row.number(), ImportOutcome.wrong(row.number(),
                    List.of(Problem.at("parent", "below-itself", Map.of("unit", cell(row, "name"))))));
            return;
        }
        String parent = cell(row, "parent");
        if (!parent.isEmpty() && !codes.containsKey(parent))
            rows.stream()
                    .filter(it -> parent.equals(cell(it, "code")) || parent.equals(cell(it, "name")))
                    .findFirst()
                    .ifPresent(above -> take(above, rows));
        if (!outcomes.containsKey(row.number()))
            outcomes.put(row.number(), outcome(row, parent));
    }

    private ImportOutcome outcome(ImportRow row, String parent) {
        try {
            return new ImportOutcome(row.number(), stored(row, parent), List.of());
        } catch (Misuse refused) {
            return ImportOutcome.wrong(row.number(), refused.problems());
        }
    }

    private Fate stored(ImportRow row, String parent) {
        String code = cell(row, "code");
        Unit known = plan.match() == null || code.isEmpty() ? null : find(code);
        if (known == null && plan.mode() == ImportPlan.Mode.UPDATE)
            throw new Misuse.Refused(Problem.at("", "no-such-record", Map.of("value", code)));
        if (known != null && plan.mode() == ImportPlan.Mode.CREATE)
            return kept(row, known, Fate.UNCHANGED);
        UnitInput input = new UnitInput(empty(code), empty(cell(row, "name")), above(parent), empty(cell(row, "kind")),
                null);
        if (known == null)
            return kept(row, units.create(viewer, input), Fate.CREATED);
        Unit after = units.change(viewer, code, input);
        return kept(row, after, after.equals(known) ? Fate.UNCHANGED : Fate.UPDATED);
    }

    private @Nullable Unit find(String code) {
        Unit unit = rights.directory().unitByCode(code);
        return unit == null || !known.contains(unit.id()) ? null : unit;
    }

    private Fate kept(ImportRow row, Unit unit, Fate fate) {
        codes.put(unit.code(), unit.code());
        codes.putIfAbsent(cell(row, "name"), unit.code());
        return fate;
    }

    private @Nullable JsonNode above(String parent) {
        if (parent.isEmpty())
            return null;
        String code = codes.get(parent);
        List<Unit> meant = code == null ? rights.directory().unitsMeant(parent) : List.of();
        if (meant.size() > 1)
            throw new Misuse.Refused(Problem.at("parent", "several-units-named", Map.of("value", parent)));
        return StringNode.valueOf(code != null ? code : meant.isEmpty() ? parent : meant.getFirst().code());
    }

    private static @Nullable String empty(String cell) {
        return cell.isEmpty() ? null : cell;
    }

    private static String cell(ImportRow row, String key) {
        return row.cells().getOrDefault(key, "").strip();
    }
}

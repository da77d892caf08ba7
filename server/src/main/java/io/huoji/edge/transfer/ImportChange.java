package io.huoji.edge.transfer;

import io.huoji.platform.kernel.Misuse;
import io.huoji.platform.kernel.Problem;
import io.huoji.platform.table.ImportPlan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks how somebody wants a file read. */
final class ImportChange {

    private ImportChange() {}

    static ImportSettings of(ImportSettings before, Imports.Change change, List<TargetColumn> fields) {
        List<Problem> problems = new ArrayList<>();
        List<String> mapping = change.mapping() == null ? before.mapping() : change.mapping();
        checkMapping(mapping, before.mapping().size(), fields, problems);
        String match = change.match() == null ? before.match() : change.match().isEmpty() ? null : change.match();
        if (change.match() == null && match != null && !mapping.contains(match))
            match = null;
        checkMatch(match, mapping, fields, problems);
        if (!problems.isEmpty())
            throw new Misuse.Malformed(problems.toArray(Problem[]::new));
        return new ImportSettings(before.sheet(), before.headerRow(),
                List.copyOf(mapping), match,
                change.mode() == null ? before.mode() : change.mode(),
                change.emptyClears() == null ? before.emptyClears() : change.emptyClears());
    }

    private static void checkMapping(List<String> mapping, int columns, List<TargetColumn> fields,
            List<Problem> problems) {
        if (mapping.size() != columns)
            problems.add(Problem.at("mapping", "mapping-size", Map.of("columns", columns)));
        Set<String> taken = new HashSet<>();
        for (int column = 0; column < mapping.size(); column++) {
            String key = mapping.get(column);
            if (!key.isEmpty() && fields.stream().noneMatch(field -> field.key().equals(key)))
                problems.add(Problem.at("mapping[" + column + "]", "unknown-field", Map.of("field", key)));
            else if (!key.isEmpty() && !taken.add(key))
                problems.add(Problem.at("mapping[" + column + "]", "mapped-twice", Map.of("field", name(key, fields))));
        }
    }

    private static void checkMatch(@Nullable String match, List<String> mapping, List<TargetColumn> fields,
            List<Problem> problems) {
        if (match == null)
            return;
        boolean isKey = fields.stream().anyMatch(field -> field.key().equals(match) && field.matches());
        if (!isKey)
            problems.add(Problem.at("match", "not-a-match-key", Map.of("field", match)));
        else if (!mapping.contains(match))
            problems.add(Problem.at("match", "match-not-mapped", Map.of("field", name(match, fields))));
    }

    private static String name(String key, List<TargetColumn> fields) {
        return fields.stream().filter(field -> field.key().equals(key)).map(TargetColumn::name).findFirst().orElse(key);
    }

    /** Something must be filled, and to change what is there, it must be found. */
    static void refuseIncomplete(ImportSettings settings, List<TargetColumn> fields) {
        boolean fills = fields.stream()
                .anyMatch(field -> field.proper() && settings.mapping().contains(field.key()));
        if (!fills)
            throw new Misuse.Refused(Problem.at("mapping", "nothing-mapped"));
        if (settings.mode() == ImportPlan.Mode.UPDATE && settings.match() == null)
            throw new Misuse.Refused(Problem.at("match", "match-needed"));
        List<Problem> missing = fields.stream()
                .filter(field -> field.required() && settings.match() == null
                        && !settings.mapping().contains(field.key()))
                .map(field -> Problem.at("mapping", "required-not-mapped", Map.of("field", field.name())))
                .toList();
        if (!missing.isEmpty())
            throw new Misuse.Refused(missing);
    }
}

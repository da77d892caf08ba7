package io.huoji.platform.database;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A table of ours and its columns, as an export names them. */
public record TableShape(String name, List<String> columns) {

    /** Our migrations use no other names, and nothing else may reach a statement. */
    private static final Pattern NAME = Pattern.compile("[a-z_][a-z0-9_]{0,62}");

    public boolean isPlain() {
        return NAME.matcher(name).matches() && !columns.isEmpty()
                && columns.stream().allMatch(NAME.asMatchPredicate());
    }

    /** The table and its columns, quoted, as COPY wants them. */
    String quoted() {
        return '"' + name + "\" ("
                + columns.stream().map(column -> '"' + column + '"').collect(Collectors.joining(", ")) + ")";
    }
}

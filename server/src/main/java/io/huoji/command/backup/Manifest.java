package io.huoji.command.backup;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The last entry of an archive: what has to be in it. An archive without it was cut short.
 *
 * @param heading   sha256 of the heading
 * @param fileList  sha256 of the list of files
 * @param missing   files that the database names and the data directory did not have
 */
record Manifest(String heading, List<TableFigures> tables, long files, long fileBytes, String fileList,
        List<String> missing) {

    static final String ENTRY = "manifest.json";

    @Nullable
    TableFigures table(String name) {
        return tables.stream().filter(figures -> figures.name().equals(name)).findFirst().orElse(null);
    }

    long rows() {
        return tables.stream().mapToLong(TableFigures::rows).sum();
    }
}

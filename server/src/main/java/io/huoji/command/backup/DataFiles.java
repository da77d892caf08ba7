package io.huoji.command.backup;

import io.huoji.platform.database.DatabaseExport;
import io.huoji.platform.database.DatabaseServer;
import io.huoji.platform.file.FilePlaces;
import io.huoji.platform.settings.DataDirectory;
import io.huoji.platform.settings.UnfinishedRestore;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What of a data directory belongs in a backup: the files that the database names, and all else that is neither the database
 * itself nor made anew at each start. The password of the built-in database stays behind: a restored one has its own.
 */
final class DataFiles {

    /** Logs, dumps, things half written and other backups. */
    private static final Pattern PASSING = Pattern.compile("\\..*|.*\\.(log|part|tmp|tar|hprof)");

    /** As PostgreSQL writes it. */
    private static final String TRUE = "t";

    private final Path data;
    private final FilePlaces places;

    DataFiles(Path data) {
        this.data = data;
        this.places = new FilePlaces(data);
    }

    /** Writes the lines of all that should be there; answers their size as far as it is known. */
    long list(DatabaseExport export, Writer list) throws IOException {
        var size = new long[1];
        export.rows(FilePlaces.KEPT_SQL, row -> {
            for (var file : files(row)) {
                list.write(file.line());
                size[0] += Math.max(0, file.size());
            }
        });
        try (var folders = Files.list(data)) {
            for (var folder : folders.filter(path -> isOthers(path.getFileName())).sorted().toList()) {
                others(folder, list);
            }
        }
        return size[0];
    }

    private void others(Path folder, Writer list) throws IOException {
        try (var paths = Files.walk(folder)) {
            for (var path : paths.filter(Files::isRegularFile).map(data::relativize).sorted().toList()) {
                if (isRestorable(path) && !PASSING.matcher(path.getFileName().toString()).matches()) {
                    list.write(new DataFile(path.toString(), -1, null).line());
                }
            }
        }
    }

    private List<DataFile> files(List<String> row) {
        var tenant = UUID.fromString(row.get(0));
        var id = UUID.fromString(row.get(1));
        var file = new DataFile(path(places.place(tenant, id)), Long.parseLong(row.get(2)), row.get(3));
        return row.get(4).equals(TRUE)
                ? List.of(file, new DataFile(path(places.thumbnail(tenant, id)), -1, null))
                : List.of(file);
    }

    private String path(Path file) {
        return data.relativize(file).toString();
    }

    /** Neither the database nor the files of its rows. */
    private static boolean isOthers(Path name) {
        return !DatabaseServer.isFolder(name) && !FilePlaces.isFolder(name);
    }

    /** Whether a restore may write it: nothing of the database and nothing by which the directory itself is governed. */
    static boolean isRestorable(Path path) {
        var first = path.getName(0);
        return !DatabaseServer.isFolder(first) && !DataDirectory.isLock(first) && !UnfinishedRestore.isMark(first)
                && !(DataDirectory.isSecrets(first) && DatabaseServer.isSecret(path.getFileName()));
    }
}

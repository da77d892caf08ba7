package io.huoji.command.backup;

import io.huoji.platform.database.DatabaseImport;
import io.huoji.platform.database.TableShape;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Fills tables from their parts in an archive, and keeps what they were found to be. */
final class RestoredTables {

    private static final int BUFFER = 1 << 16;

    private final DatabaseImport database;
    private final Progress progress;
    private final Map<String, TableShape> announced;
    private final List<Found> found = new ArrayList<>();
    private @Nullable Current current;

    RestoredTables(Heading heading, DatabaseImport database, Progress progress) {
        this.database = database;
        this.progress = progress;
        this.announced = heading.tables().stream().collect(Collectors.toMap(TableShape::name, Function.identity()));
        for (var table : heading.tables()) {
            if (!database.hasPlaceFor(table)) {
                throw new BackupRefused("The archive has a table %s that this version of Huoji does not know."
                        .formatted(table.name()));
            }
        }
    }

    private record Found(String table, long rows, String sha256) {}

    private record Current(String table, MessageDigest digest, int parts) {}

    /** Takes the next part, which has to be the one that follows. */
    void part(String entry, InputStream content) throws IOException {
        var table = entry.substring(TableParts.FOLDER.length(),
                Math.max(TableParts.FOLDER.length(), entry.lastIndexOf('/')));
        var at = current;
        if (at == null || !at.table().equals(table)) {
            end();
            at = begin(table, entry);
        }
        if (!entry.equals(TableParts.entry(table, at.parts() + 1))) {
            throw new BackupRefused("The entry %s of the archive is not the one that should follow.".formatted(entry));
        }
        current = new Current(table, at.digest(), at.parts() + 1);
        copy(content, at.digest());
        progress.say("  %s".formatted(entry));
    }

    private Current begin(String table, String entry) {
        var shape = announced.remove(table);
        if (shape == null) {
            throw new BackupRefused(
                    "The entry %s of the archive belongs to no table that it announced.".formatted(entry));
        }
        database.beginTable(shape);
        return new Current(table, Sha256.digest(), 0);
    }

    private void copy(InputStream content, MessageDigest digest) throws IOException {
        var rows = new GZIPInputStream(content, BUFFER);
        var buffer = new byte[BUFFER];
        for (var count = rows.read(buffer); count >= 0; count = rows.read(buffer)) {
            digest.update(buffer, 0, count);
            database.write(buffer, count);
        }
    }

    void end() {
        if (current != null) {
            found.add(new Found(current.table(), database.endTable(),
                    HexFormat.of().formatHex(current.digest().digest())));
            current = null;
        }
    }

    void compare(Manifest manifest) {
        for (var table : manifest.tables()) {
            var mine = found.stream().filter(it -> it.table().equals(table.name())).findFirst();
            var isSame = mine.isEmpty()
                    ? table.rows() == 0
                    : mine.get().rows() == table.rows() && mine.get().sha256().equals(table.sha256());
            if (!isSame) {
                throw new BackupRefused("Table %s of the archive is damaged: its rows are not those of the manifest."
                        .formatted(table.name()));
            }
        }
        for (var table : found) {
            if (manifest.table(table.table()) == null) {
                throw new BackupRefused("Table %s of the archive is not in its manifest.".formatted(table.table()));
            }
        }
    }
}

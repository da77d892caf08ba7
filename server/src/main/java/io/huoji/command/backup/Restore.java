package io.huoji.command.backup;

import io.huoji.platform.database.DatabaseImport;
import io.huoji.platform.database.SchemaVersions;
import io.huoji.platform.settings.UnfinishedRestore;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Brings an archive back into an empty installation. The rows become visible in one commit, once every byte was found to be as the
 * manifest says; until {@link #finish} a mark keeps servers from starting there.
 */
final class Restore {

    private final Installation into;
    private final Progress progress;
    private final UnfinishedRestore mark;

    Restore(Installation into, Progress progress) {
        this.into = into;
        this.progress = progress;
        this.mark = new UnfinishedRestore(into.data());
    }

    /** What an archive says of itself; refuses one that this product cannot restore, before anything is made. */
    static Heading look(Path archive) {
        try (var reader = ArchiveReader.open(archive)) {
            return Json.value(heading(archive, reader), Heading.class, Heading.ENTRY);
        } catch (IOException notOurs) {
            throw new BackupRefused("%s is not a backup of Huoji.".formatted(archive));
        }
    }

    private static byte[] heading(Path archive, ArchiveReader reader) throws IOException {
        if (!Heading.ENTRY.equals(reader.next())) {
            throw new BackupRefused("%s is not a backup of Huoji.".formatted(archive));
        }
        return Json.read(reader.content());
    }

    static void refuseNewer(Heading heading) {
        if (heading.format() != Heading.FORMAT || !SchemaVersions.has(heading.schema())) {
            throw new BackupRefused(
                    "The backup was made by Huoji %s (schema %s), which this version cannot read: use that one or a newer."
                            .formatted(heading.product(), heading.schema()));
        }
    }

    /** Loads everything; leaves the list of files in {@code list}. */
    Manifest load(Path archive, Path list) throws IOException {
        try (var reader = ArchiveReader.open(archive);
                var database = DatabaseImport.into(into.server());
                var files = new RestoredFiles(into.data(), list, progress)) {
            var text = heading(archive, reader);
            var heading = Json.value(text, Heading.class, Heading.ENTRY);
            refuseNewer(heading);
            if (!database.isEmpty() && !database.isHalfFilled()) {
                throw new BackupRefused("The database is not empty: a restore goes into an empty one only.");
            }
            mark.begin();
            database.begin(heading.schema());
            var manifest = entries(archive, reader, new RestoredTables(heading, database, progress), files);
            if (!manifest.heading().equals(Sha256.of(text))) {
                throw new BackupRefused("The entry %s of the archive is damaged.".formatted(Heading.ENTRY));
            }
            progress.say("  索引与外键 indexes and keys …");
            database.commit();
            return manifest;
        }
    }

    private static Manifest entries(Path archive, ArchiveReader reader, RestoredTables tables, RestoredFiles files) {
        try {
            String fileList = null;
            for (var entry = reader.next(); entry != null; entry = reader.next()) {
                if (entry.startsWith(TableParts.FOLDER)) {
                    tables.part(entry, reader.content());
                } else if (entry.startsWith(DataFile.FOLDER)) {
                    files.file(entry, reader.content());
                } else if (entry.equals(DataFile.LIST)) {
                    fileList = files.compare(reader.content());
                } else if (entry.equals(Manifest.ENTRY)) {
                    return checked(Json.value(Json.read(reader.content()), Manifest.class, entry), tables, fileList);
                } else {
                    throw new BackupRefused("The entry %s does not belong in a backup.".formatted(entry));
                }
            }
        } catch (IOException fault) {
            throw reader.refused(fault);
        }
        throw new BackupRefused("%s was cut short: its end is missing.".formatted(archive));
    }

    private static Manifest checked(Manifest manifest, RestoredTables tables, @Nullable String fileList) {
        tables.end();
        tables.compare(manifest);
        if (!manifest.fileList().equals(fileList)) {
            throw new BackupRefused("The entry %s of the archive is damaged.".formatted(DataFile.LIST));
        }
        return manifest;
    }

    /** Brings the schema to this product's version and lets servers start. */
    void finish() throws IOException {
        try (var database = DatabaseImport.into(into.server())) {
            database.modernise();
            database.end();
            mark.end();
        }
    }
}

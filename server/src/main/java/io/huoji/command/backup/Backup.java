package io.huoji.command.backup;

import io.huoji.platform.database.DatabaseExport;
import io.huoji.platform.database.TableShape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Makes one archive of an installation: the tables of one moment, then the files that they name. Files never change once a row
 * names them, so those copied later belong to that moment.
 */
final class Backup {

    private final Installation from;
    private final Progress progress;
    private final Clock clock;
    private final Cleanup cleanup;
    private final DataFiles files;

    Backup(Installation from, Progress progress, Clock clock, Cleanup cleanup) {
        this.from = from;
        this.progress = progress;
        this.clock = clock;
        this.cleanup = cleanup;
        this.files = new DataFiles(from.data());
    }

    /** Writes the archive; answers a line for each thing that was not as it should be, though the backup is there. */
    List<String> write(Path target) throws IOException {
        var at = clock.instant();
        var wanted = ArchiveWriter.temporary(target, cleanup);
        try (var archive = ArchiveWriter.create(target, at, cleanup)) {
            long size;
            Heading heading;
            var tables = new ArrayList<TableFigures>();
            try (var export = DatabaseExport.of(from.server())) {
                heading = heading(export);
                archive.entry(Heading.ENTRY, Json.bytes(heading));
                copy(export, heading.tables(), archive, tables);
                try (var list = Files.newBufferedWriter(wanted)) {
                    size = files.list(export, list);
                }
            }
            refuseTooLarge(size, archive.roomLeft());
            return finish(archive, heading, tables, wanted);
        }
    }

    private Heading heading(DatabaseExport export) {
        var schema = export.schemaVersion();
        if (schema.isEmpty()) {
            throw new BackupRefused("The database holds no data of Huoji: nothing to back up.");
        }
        var version = Heading.class.getPackage().getImplementationVersion();
        return new Heading(Heading.FORMAT, Objects.requireNonNullElse(version, "development"), schema, clock.instant(),
                export.postgresVersion(), export.tables());
    }

    private void copy(DatabaseExport export, List<TableShape> tables, ArchiveWriter archive, List<TableFigures> figures)
            throws IOException {
        try (var parts = new TableParts(archive)) {
            for (var table : tables) {
                var digest = new TableDigest();
                parts.begin(table.name());
                export.copy(table, line -> {
                    digest.add(line);
                    parts.add(line);
                    progress.at(table.name(), digest.rows());
                });
                parts.end();
                figures.add(digest.figures(table.name()));
            }
        }
    }

    private static void refuseTooLarge(long size, long room) {
        if (size > room) {
            throw new BackupRefused("The files alone take %,d bytes, and there is room for %,d: choose another place."
                    .formatted(size, room));
        }
    }

    private List<String> finish(ArchiveWriter archive, Heading heading, List<TableFigures> tables, Path wanted)
            throws IOException {
        var list = ArchiveWriter.temporary(wanted, cleanup);
        var copied = new CopiedFiles(archive, from.data(), progress);
        copied.copy(wanted, list);
        var hash = archive.entry(DataFile.LIST, list);
        var manifest = new Manifest(Sha256.of(Json.bytes(heading)), tables, copied.count(), copied.bytes(), hash,
                copied.missing());
        archive.entry(Manifest.ENTRY, Json.bytes(manifest));
        archive.finish();
        progress.say(
                "备份完成 backup: %d tables, %,d rows, %,d files of %,d bytes".formatted(tables.size(), manifest.rows(),
                        manifest.files(), manifest.fileBytes()));
        return findings(copied, wanted);
    }

    /** A file that was erased while the backup ran is no finding: its row has gone as well. */
    private List<String> findings(CopiedFiles copied, Path list) throws IOException {
        var findings = new ArrayList<>(copied.changed());
        if (!copied.missing().isEmpty()) {
            var absent = new HashSet<>(copied.missing());
            absent.retainAll(stillNamed(absent, list));
            absent.stream().sorted()
                    .map("%s is missing: the database names it, the data directory does not have it."::formatted)
                    .forEach(findings::add);
        }
        return findings;
    }

    private Set<String> stillNamed(Set<String> absent, Path list) throws IOException {
        try (var export = DatabaseExport.of(from.server()); var writer = Files.newBufferedWriter(list)) {
            files.list(export, writer);
        }
        var named = new HashSet<String>();
        try (var reader = Files.newBufferedReader(list)) {
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                var path = DataFile.of(line).path();
                if (absent.contains(path)) {
                    named.add(path);
                }
            }
        }
        return named;
    }
}

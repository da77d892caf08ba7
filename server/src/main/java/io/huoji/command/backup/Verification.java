package io.huoji.command.backup;

import io.huoji.platform.database.DatabaseExport;
import io.huoji.platform.database.TableShape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Proves an archive: restores it into a scratch place, reads everything there again and compares it with the manifest. */
final class Verification {

    private final Path archive;
    private final Progress progress;
    private final Cleanup cleanup;

    Verification(Path archive, Progress progress, Cleanup cleanup) {
        this.archive = archive;
        this.progress = progress;
        this.cleanup = cleanup;
    }

    /** A line for each thing that is not as it was; none when all is. */
    List<String> findings() throws IOException {
        var heading = Restore.look(archive);
        Restore.refuseNewer(heading);
        var list = ArchiveWriter.temporary(archive, cleanup);
        try (var scratch = Scratch.beside(archive)) {
            var restore = new Restore(scratch.installation(), progress);
            var manifest = restore.load(archive, list);
            var findings = new ArrayList<String>();
            tables(scratch.installation(), heading, manifest, findings);
            files(scratch.installation().data(), list, findings);
            manifest.missing().forEach(path -> progress.say("注意 note: %s was missing when the backup was made."
                    .formatted(path)));
            restore.finish();
            return findings;
        } catch (BackupRefused refused) {
            return List.of(String.valueOf(refused.getMessage()));
        }
    }

    private void tables(Installation scratch, Heading heading, Manifest manifest, List<String> findings)
            throws IOException {
        try (var export = DatabaseExport.of(scratch.server())) {
            for (var table : heading.tables()) {
                var told = manifest.table(table.name());
                var found = read(export, table);
                if (told == null || told.rows() != found.rows() || !told.rowSum().equals(found.rowSum())) {
                    findings.add("Table %s differs: %s in the backup, %s after the restore."
                            .formatted(table.name(), told, found));
                }
            }
        }
    }

    private TableFigures read(DatabaseExport export, TableShape table) throws IOException {
        var digest = new TableDigest();
        export.copy(table, line -> {
            digest.add(line);
            progress.at("比较 comparing " + table.name(), digest.rows());
        });
        return digest.figures(table.name());
    }

    private void files(Path data, Path list, List<String> findings) throws IOException {
        var count = 0L;
        try (var lines = Files.newBufferedReader(list)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var file = DataFile.of(line);
                progress.at("比较 comparing files", ++count);
                try {
                    if (!Sha256.of(data.resolve(file.path())).equals(file.sha256())) {
                        findings.add("File %s differs after the restore.".formatted(file.path()));
                    }
                } catch (NoSuchFileException gone) {
                    findings.add("File %s is not there after the restore.".formatted(file.path()));
                }
            }
        }
    }
}

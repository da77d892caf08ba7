package io.huoji.command.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Copies the files of a list into an archive, and keeps the list of those that went in with their hashes. */
final class CopiedFiles {

    private final ArchiveWriter archive;
    private final Path data;
    private final Progress progress;
    private final List<String> missing = new ArrayList<>();
    private final List<String> changed = new ArrayList<>();
    private long count;
    private long bytes;

    CopiedFiles(ArchiveWriter archive, Path data, Progress progress) {
        this.archive = archive;
        this.data = data;
        this.progress = progress;
    }

    void copy(Path wanted, Path list) throws IOException {
        try (var in = Files.newBufferedReader(wanted); var out = Files.newBufferedWriter(list)) {
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                var file = DataFile.of(line);
                try {
                    out.write(copy(file).line());
                } catch (NoSuchFileException gone) {
                    missing.add(file.path());
                }
                progress.at("files", count);
            }
        }
    }

    private DataFile copy(DataFile file) throws IOException {
        var path = data.resolve(file.path());
        var size = Files.size(path);
        var copied = new DataFile(file.path(), size, archive.entry(file.entry(), path));
        if (!file.isAs(copied)) {
            changed.add("%s is not what was stored there: it has another size or hash than the database says."
                    .formatted(file.path()));
        }
        count++;
        bytes += size;
        return copied;
    }

    List<String> missing() {
        return missing;
    }

    List<String> changed() {
        return changed;
    }

    long count() {
        return count;
    }

    long bytes() {
        return bytes;
    }
}

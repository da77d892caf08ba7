package io.huoji.command.backup;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;

/** Reads the entries of an archive one after another. */
final class ArchiveReader implements AutoCloseable {

    private static final int BUFFER = 1 << 18;

    private final Path file;
    private final TarArchiveInputStream tar;
    private String entry = Heading.ENTRY;

    private ArchiveReader(Path file) throws IOException {
        this.file = file;
        this.tar = new TarArchiveInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER), "UTF-8");
    }

    static ArchiveReader open(Path file) {
        try {
            return new ArchiveReader(file);
        } catch (IOException unreadable) {
            throw new BackupRefused("%s cannot be read as this user (%s)."
                    .formatted(file, unreadable.getClass().getSimpleName()));
        }
    }

    /** The name of the next entry; null when there is none. */
    @Nullable
    String next() throws IOException {
        var found = tar.getNextEntry();
        if (found == null) {
            return null;
        }
        entry = found.getName();
        if (!found.isFile() || found.isLink() || found.isSymbolicLink()) {
            throw new BackupRefused("The entry %s of %s is not a plain file.".formatted(entry, file));
        }
        return entry;
    }

    /** Of the entry that {@link #next} has named. */
    InputStream content() {
        return tar;
    }

    /** The refusal of whatever went wrong with the entry at hand. */
    BackupRefused refused(IOException fault) {
        return new BackupRefused("%s is damaged or cannot be restored, at its entry %s (%s)."
                .formatted(file, entry, fault.getMessage()));
    }

    @Override
    public void close() throws IOException {
        tar.close();
    }
}

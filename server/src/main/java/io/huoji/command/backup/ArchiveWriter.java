package io.huoji.command.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** Writes a tar file under a temporary name, readable by its owner alone; only a whole one gets its real name. */
final class ArchiveWriter implements AutoCloseable {

    private static final int BUFFER = 1 << 18;
    private static final int OWNER_ONLY = 0100600;

    private final Path target;
    private final Path part;
    private final Instant at;
    private final OutputStream out;
    private final TarArchiveOutputStream tar;

    private ArchiveWriter(Path target, Path part, Instant at) throws IOException {
        this.target = target;
        this.part = part;
        this.at = at;
        this.out = Files.newOutputStream(part);
        this.tar = new TarArchiveOutputStream(new BufferedOutputStream(out, BUFFER), "UTF-8");
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
    }

    static ArchiveWriter create(Path target, Instant at, Cleanup cleanup) throws IOException {
        return new ArchiveWriter(target, temporary(target, cleanup), at);
    }

    /** A file beside the archive that is gone when the command ends. */
    static Path temporary(Path archive, Cleanup cleanup) throws IOException {
        var folder = Files.createDirectories(archive.toAbsolutePath().getParent());
        var file = Files
                .createTempFile(folder, "." + archive.getFileName() + ".", ".part",
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        cleanup.later(() -> file.toFile().delete());
        return file;
    }

    void entry(String name, byte[] content) throws IOException {
        begin(name, content.length);
        tar.write(content);
        tar.closeArchiveEntry();
    }

    /** Answers the hash of what was written. */
    String entry(String name, Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return entry(name, in, Files.size(file));
        }
    }

    private String entry(String name, InputStream in, long size) throws IOException {
        begin(name, size);
        var hash = Sha256.copy(in, tar);
        tar.closeArchiveEntry();
        return hash;
    }

    private void begin(String name, long size) throws IOException {
        var entry = new TarArchiveEntry(name);
        entry.setSize(size);
        entry.setModTime(at.toEpochMilli());
        entry.setMode(OWNER_ONLY);
        entry.setUserName("");
        tar.putArchiveEntry(entry);
    }

    long roomLeft() throws IOException {
        return Files.getFileStore(part).getUsableSpace();
    }

    /** Ends the archive, brings it to the disk and gives it its name, which nobody has taken meanwhile. */
    void finish() throws IOException {
        tar.close();
        try (var whole = FileChannel.open(part, StandardOpenOption.WRITE)) {
            whole.force(true);
        }
        if (Files.exists(target)) {
            throw new FileAlreadyExistsException(target.toString());
        }
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Without {@link #finish} nothing remains. */
    @Override
    public void close() throws IOException {
        if (Files.deleteIfExists(part)) {
            out.close();
        }
    }
}

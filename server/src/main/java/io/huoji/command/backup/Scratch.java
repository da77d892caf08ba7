package io.huoji.command.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.springframework.util.FileSystemUtils;

/** A throw-away installation beside an archive, gone with everything in it when it is closed or the command ends. */
final class Scratch implements AutoCloseable {

    private final Cleanup cleanup = new Cleanup();
    private final Installation installation;

    private Scratch(Path folder) throws IOException {
        cleanup.later(() -> delete(folder));
        this.installation = Installation.scratch(folder, cleanup);
    }

    static Scratch beside(Path archive) throws IOException {
        var folder = Files.createTempDirectory(archive.toAbsolutePath().getParent(), ".huoji-verify-");
        // The built-in database may run as another user than this one.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        return new Scratch(folder);
    }

    Installation installation() {
        return installation;
    }

    private static void delete(Path folder) {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    @Override
    public void close() {
        cleanup.close();
    }
}

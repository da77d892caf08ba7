package io.huoji.platform.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The directory with everything this server must not lose; held by one server at a time. */
public final class DataDirectory implements AutoCloseable {

    private static final String LOCK = "huoji.lock";
    private static final String SECRETS = "secrets";

    private final Path path;
    private final @Nullable FileChannel lock;

    private DataDirectory(Path path, @Nullable FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * Makes the directory when missing and holds it until closed or until this process ends, however it ends.
     *
     * @throws StartRefused when another server holds it or it cannot be written
     */
    public static DataDirectory hold(Path path) {
        var directory = holdOrJoin(path);
        if (!directory.isHeld()) {
            throw new StartRefused("Huoji already runs on %s; stop it first or set HUOJI_DATA_DIR.".formatted(path));
        }
        return directory;
    }

    /**
     * The same for a command that works beside a running server: a directory that is held already is joined.
     *
     * @throws StartRefused when it cannot be written
     */
    public static DataDirectory holdOrJoin(Path path) {
        try {
            Files.createDirectories(path);
            var channel = FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (isLocked(channel)) {
                return new DataDirectory(path, channel);
            }
            channel.close();
            return new DataDirectory(path, null);
        } catch (IOException fault) {
            throw new StartRefused(
                    "The data directory %s cannot be written as this user (%s).".formatted(path, fault.getMessage()),
                    fault);
        }
    }

    /**
     * Opens a directory that a server has made: holds it when nobody does, else looks into it beside its holder.
     *
     * @throws StartRefused when there is none, or this user may not read it
     */
    public static DataDirectory visit(Path path) {
        if (!Files.isDirectory(path.resolve(SECRETS))) {
            throw new StartRefused(
                    "There are no data of Huoji in %s that this user can read; name the directory with HUOJI_DATA_DIR."
                            .formatted(path));
        }
        try {
            return hold(path);
        } catch (StartRefused heldOrClosed) {
            return new DataDirectory(path, null);
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    public Path path() {
        return path;
    }

    /** Whether it is this process that holds it. */
    public boolean isHeld() {
        return lock != null;
    }

    /** Whether this is the name of the file by which the directory is held, which says nothing of its content. */
    public static boolean isLock(Path name) {
        return name.toString().equals(LOCK);
    }

    /** Whether this is the name of the folder that nobody else may read. */
    public static boolean isSecrets(Path name) {
        return name.toString().equals(SECRETS);
    }

    /** A secret of 256 random bits in hex under this name, made at first use and kept readable by the owner alone. */
    public String secret(String name) {
        if (lock == null) {
            return known(name);
        }
        try {
            var secrets = Files.createDirectories(path.resolve(SECRETS));
            Files.setPosixFilePermissions(secrets, PosixFilePermissions.fromString("rwx------"));
            var file = secrets.resolve(name);
            if (Files.notExists(file)) {
                write(secrets, file, random());
            }
            return Files.readString(file).strip();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** A visitor makes nothing. */
    private String known(String name) {
        try {
            return Files.readString(path.resolve(SECRETS).resolve(name)).strip();
        } catch (IOException fault) {
            throw new StartRefused("%s cannot be read as this user; use the one that Huoji runs as, or root."
                    .formatted(path.resolve(SECRETS).resolve(name)), fault);
        }
    }

    private static void write(Path secrets, Path file, String secret) throws IOException {
        var fresh = Files
                .createTempFile(secrets, ".new", "",
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (var channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            channel.write(StandardCharsets.UTF_8.encode(secret));
            channel.force(true);
        }
        try {
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException madeMeanwhile) {
            Files.delete(fresh);
        }
    }

    private static String random() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public void close() {
        if (lock == null) {
            return;
        }
        try {
            lock.close();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}

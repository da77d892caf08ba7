package io.huoji.platform.database;

import io.huoji.platform.settings.DataDirectory;
import java.nio.file.Files;
import java.nio.file.Path;

/** Starts clusters for tests: programs from a shared cache, nothing forced to disk. */
public final class ThrowAwayDatabase {

    private ThrowAwayDatabase() {}

    public static DatabaseServer start(DataDirectory data) {
        return DatabaseServer
                .builtIn(data, binaries(), PostgresTuning.throwAway());
    }

    public static void delete(Path directory) {
        FileTree.delete(directory);
    }

    /** A root user's home is closed to the user whom PostgreSQL runs as. */
    static Path binaries() {
        var home = Path.of(System.getProperty("user.home"));
        return "root".equals(System.getProperty("user.name")) && Files.isWritable(Path.of("/var/cache"))
                ? Path.of("/var/cache/huoji")
                : home.resolve(".cache/huoji");
    }
}

package io.huoji.command.backup;

import io.huoji.platform.database.DatabaseServer;
import io.huoji.platform.database.ThrowAwayDatabase;
import io.huoji.platform.settings.DataDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** An empty installation to restore into, with a throw-away database of its own. */
final class Place implements AutoCloseable {

    private final DataDirectory data;
    private final DatabaseServer server;

    private Place(DataDirectory data, DatabaseServer server) {
        this.data = data;
        this.server = server;
    }

    static Place builtIn(Path folder) throws IOException {
        DataDirectory data = open(folder);
        return new Place(data, ThrowAwayDatabase.start(data));
    }

    static Place on(DatabaseServer server, Path folder) throws IOException {
        return new Place(open(folder), server);
    }

    private static DataDirectory open(Path folder) throws IOException {
        DataDirectory data = DataDirectory.hold(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        return data;
    }

    Installation installation() {
        return new Installation(data.path(), server);
    }

    DatabaseServer server() {
        return server;
    }

    Path path() {
        return data.path();
    }

    @Override
    public void close() {
        server.close();
        data.close();
    }
}

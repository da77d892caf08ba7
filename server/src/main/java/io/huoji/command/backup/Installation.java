package io.huoji.command.backup;

import io.huoji.platform.database.DatabaseServer;
import io.huoji.platform.settings.DataDirectory;
import io.huoji.platform.settings.Settings;
import io.huoji.platform.settings.UnfinishedRestore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** The data directory and the database that belong together, opened for a command. */
record Installation(Path data, DatabaseServer server) {

    /** Of a file system mounted there. */
    private static final Set<String> NOTHING = Set.of("lost+found");

    /** What is there already: beside its running server, else with the database started for the time being. */
    static Installation existing(Settings settings, Cleanup cleanup) {
        if (!Files.isDirectory(settings.dataDir()) || !DatabaseServer.isThere(settings)) {
            throw new BackupRefused(
                    "There is no data in %s: nothing to back up. HUOJI_DATA_DIR names another folder."
                            .formatted(settings.dataDir()));
        }
        new UnfinishedRestore(settings.dataDir()).refuseStart();
        var data = DataDirectory.holdOrJoin(settings.dataDir());
        cleanup.later(data::close);
        return opened(data,
                data.isHeld() ? DatabaseServer.open(settings, data) : DatabaseServer.join(settings, data), cleanup);
    }

    /** An empty place to restore into, or one where a restore has not ended. */
    static Installation empty(Settings settings, Cleanup cleanup) throws IOException {
        var data = DataDirectory.hold(settings.dataDir());
        cleanup.later(data::close);
        var mark = new UnfinishedRestore(data.path());
        if (!mark.isThere()) {
            refuseContent(data.path());
        }
        if (settings.database() == null) {
            // Nobody else can have anything in a cluster that is made just now.
            mark.begin();
        }
        return opened(data, DatabaseServer.open(settings, data), cleanup);
    }

    private static void refuseContent(Path directory) throws IOException {
        try (var content = Files.list(directory)) {
            var found = content.map(Path::getFileName)
                    .filter(name -> !DataDirectory.isLock(name) && !NOTHING.contains(name.toString())).findAny();
            if (found.isPresent()) {
                throw new BackupRefused(
                        "%s is not empty (there is %s): a restore goes into a new folder only. Set HUOJI_DATA_DIR to one, or move that one away."
                                .formatted(directory, found.get()));
            }
        }
    }

    /** A throw-away place below that directory. */
    static Installation scratch(Path directory, Cleanup cleanup) throws IOException {
        var data = DataDirectory.hold(directory);
        cleanup.later(data::close);
        return opened(data, DatabaseServer.scratch(data), cleanup);
    }

    private static Installation opened(DataDirectory data, DatabaseServer server, Cleanup cleanup) {
        cleanup.later(server::close);
        return new Installation(data.path(), server);
    }
}

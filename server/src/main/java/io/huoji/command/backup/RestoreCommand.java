package io.huoji.command.backup;

import io.huoji.platform.settings.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** {@code huoji restore <file>} into an empty data directory and database. */
public final class RestoreCommand {

    private RestoreCommand() {}

    public static void main(String[] arguments) {
        Command.run((settings, cleanup) -> run(List.of(arguments), settings, cleanup));
    }

    private static List<String> run(List<String> words, Settings settings, Cleanup cleanup) throws IOException {
        if (words.size() != 1 || words.getFirst().startsWith("-")) {
            throw new BackupRefused("Usage: huoji restore <file>");
        }
        var archive = Path.of(words.getFirst()).toAbsolutePath();
        var heading = Restore.look(archive);
        Restore.refuseNewer(heading);
        var progress = new Progress(System.err);
        progress.say("恢复 restoring the backup of %s into %s …".formatted(heading.createdAt(), settings.dataDir()));
        var restore = new Restore(Installation.empty(settings, cleanup), progress);
        var manifest = restore.load(archive, cleanup.temporaryFile());
        restore.finish();
        progress.say("恢复完成 restored: %,d rows, %,d files. ./huoji start serves them."
                .formatted(manifest.rows(), manifest.files()));
        manifest.missing()
                .forEach(path -> progress.say("注意 note: %s was missing when the backup was made.".formatted(path)));
        return List.of();
    }
}

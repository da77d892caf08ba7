package io.huoji.command.backup;

import io.huoji.platform.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** {@code huoji backup [--verify] [file or folder]}; prints the path of the archive. */
public final class BackupCommand {

    private static final String VERIFY = "--verify";
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("'huoji-'yyyyMMdd-HHmmss'.tar'");

    private final Settings settings;
    private final Cleanup cleanup;
    private final Clock clock = Clock.systemUTC();
    private final Progress progress = new Progress(System.err);

    private BackupCommand(Settings settings, Cleanup cleanup) {
        this.settings = settings;
        this.cleanup = cleanup;
    }

    public static void main(String[] arguments) {
        Command.run(
                (settings, cleanup) -> new BackupCommand(settings, cleanup).run(new ArrayList<>(List.of(arguments))));
    }

    private List<String> run(List<String> words) throws IOException {
        var verify = words.remove(VERIFY);
        if (words.size() > 1 || words.stream().anyMatch(word -> word.startsWith("-"))) {
            throw new BackupRefused("Usage: huoji backup [--verify] [file or folder]");
        }
        var archive = archive(Path.of(words.isEmpty() ? "." : words.getFirst()));
        var findings = new ArrayList<String>();
        if (!verify || !Files.exists(archive)) {
            findings.addAll(write(archive));
        }
        if (verify) {
            findings.addAll(verified(archive));
        }
        System.out.println(archive);
        return findings;
    }

    private Path archive(Path given) {
        return (Files.isDirectory(given)
                ? given.resolve(NAME.format(clock.instant().atZone(settings.timeZone())))
                : given)
                .toAbsolutePath().normalize();
    }

    private List<String> write(Path archive) throws IOException {
        if (Files.exists(archive)) {
            throw new BackupRefused("%s is there already: a backup never replaces another.".formatted(archive));
        }
        if (archive.startsWith(settings.dataDir())) {
            throw new BackupRefused("%s lies in the data directory: keep backups elsewhere.".formatted(archive));
        }
        progress.say("备份 backing up %s …".formatted(settings.dataDir()));
        try (var used = new Cleanup()) {
            return new Backup(Installation.existing(settings, used), progress, clock, cleanup).write(archive);
        }
    }

    private List<String> verified(Path archive) throws IOException {
        progress.say("验证 verifying %s …".formatted(archive));
        var findings = new Verification(archive, progress, cleanup).findings();
        progress.say(findings.isEmpty()
                ? "验证通过 verified: every table and file is the same after a restore"
                : "验证未通过 not verified: %d differences".formatted(findings.size()));
        return findings;
    }
}

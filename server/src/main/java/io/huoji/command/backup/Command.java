package io.huoji.command.backup;

import io.huoji.platform.database.DatabaseFault;
import io.huoji.platform.settings.Settings;
import io.huoji.platform.settings.StartRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** How the commands of this package run: quiet libraries, one line for what a person has to mend, a code for scripts. */
final class Command {

    /** Done, and everything as it should be. */
    static final int FINE = 0;
    /** Done, but something was found; each in a line of its own. */
    static final int FOUND = 1;
    private static final int REFUSED = 2;

    private Command() {}

    interface Work {
        /** Answers what was found. */
        List<String> run(Settings settings, Cleanup cleanup) throws IOException;
    }

    /** Ends this process. */
    static void run(Work work) {
        System.setProperty("logback.configurationFile", "logback-command.xml");
        System.exit(code(work));
    }

    private static int code(Work work) {
        try (var cleanup = new Cleanup()) {
            var findings = work.run(Settings.of(System.getenv()), cleanup);
            findings.forEach(System.err::println);
            return findings.isEmpty() ? FINE : FOUND;
        } catch (StartRefused | BackupRefused | DatabaseFault refused) {
            System.err.println(refused.getMessage());
        } catch (IOException | UncheckedIOException fault) {
            System.err.println("%s (%s)".formatted(fault.getMessage(), fault.getClass().getSimpleName()));
        }
        return REFUSED;
    }
}

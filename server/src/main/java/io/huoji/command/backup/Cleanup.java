package io.huoji.command.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/** Tidies up however the command ends: by itself, by a fault or by Ctrl-C. What came last is tidied first. */
final class Cleanup implements AutoCloseable {

    private final Deque<Runnable> steps = new ArrayDeque<>();
    private final Thread hook = new Thread(this::tidy, "cleanup");

    Cleanup() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    synchronized void later(Runnable step) {
        steps.push(step);
    }

    /** A file of this command's own. */
    Path temporaryFile() throws IOException {
        var file = Files.createTempFile("huoji-", ".part");
        later(() -> file.toFile().delete());
        return file;
    }

    private synchronized void tidy() {
        while (!steps.isEmpty()) {
            try {
                steps.pop().run();
            } catch (RuntimeException fault) {
                // The other steps have to be taken all the same.
                System.err.println(fault.getMessage());
            }
        }
    }

    @Override
    public void close() {
        tidy();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // The hook itself is tidying, or has.
        }
    }
}

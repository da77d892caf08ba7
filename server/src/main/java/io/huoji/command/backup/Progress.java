package io.huoji.command.backup;

import java.io.PrintStream;
import java.time.Duration;

/** Tells the operator how far the work is, at most every two seconds. */
final class Progress {

    private static final long EVERY = Duration.ofSeconds(2).toNanos();

    private final PrintStream out;
    private long last = System.nanoTime();

    Progress(PrintStream out) {
        this.out = out;
    }

    void say(String line) {
        out.println(line);
        last = System.nanoTime();
    }

    void at(String what, long count) {
        if (System.nanoTime() - last > EVERY) {
            say("  %s %,d".formatted(what, count));
        }
    }
}

package io.huoji.platform.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The mark in a data directory that a restore into it has begun and not ended: until it ends, nothing starts there. */
public record UnfinishedRestore(Path data) {

    private static final String NAME = "restore-unfinished";

    private Path mark() {
        return data.resolve(NAME);
    }

    public static boolean isMark(Path name) {
        return name.toString().equals(NAME);
    }

    public boolean isThere() {
        return Files.exists(mark());
    }

    public void begin() throws IOException {
        if (!isThere()) {
            Files.createFile(mark());
        }
    }

    public void end() throws IOException {
        Files.delete(mark());
    }

    /**
     * Lets no server start on half of the data.
     *
     * @throws StartRefused while the restore has not ended
     */
    public void refuseStart() {
        if (isThere()) {
            throw new StartRefused("""
                    A restore into %s did not end: run ./huoji restore again, or delete that folder and begin anew."""
                    .formatted(data));
        }
    }
}

package io.huoji.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What a running PostgreSQL says of itself in its cluster's postmaster.pid. */
record PostmasterFile(long pid, Path cluster, int port, boolean isReady) {

    /** The file's content; null when there is none or it is being written. */
    static @Nullable PostmasterFile of(Path cluster) {
        try {
            var lines = Files.readAllLines(cluster.resolve("postmaster.pid"));
            if (lines.size() < 4) {
                return null;
            }
            return new PostmasterFile(Long.parseLong(lines.get(0).strip()), Path.of(lines.get(1).strip()),
                    Integer.parseInt(lines.get(3).strip()), lines.size() > 7 && "ready".equals(lines.get(7).strip()));
        } catch (NoSuchFileException none) {
            return null;
        } catch (IOException | NumberFormatException beingWritten) {
            return null;
        }
    }

    boolean isAlive() {
        return ProcessHandle.of(pid).isPresent();
    }

    /** Whether the process is dead and only waits for its parent to notice; it leaves by itself. */
    boolean isEnding() {
        try {
            var stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            return stat.startsWith("Z", stat.lastIndexOf(')') + 2);
        } catch (IOException gone) {
            return true;
        }
    }

    /** Whether the living process is the PostgreSQL of this very cluster: a server works in its own directory. */
    boolean isServerOf(Path expected) {
        try {
            return cluster.toRealPath().equals(expected.toRealPath())
                    && Files.readSymbolicLink(Path.of("/proc/" + pid + "/cwd")).equals(expected.toRealPath())
                    && Files.readSymbolicLink(Path.of("/proc/" + pid + "/exe")).endsWith("bin/postgres");
        } catch (IOException notOurs) {
            return false;
        }
    }
}

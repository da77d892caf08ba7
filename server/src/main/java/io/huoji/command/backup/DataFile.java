package io.huoji.command.backup;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of a list of files.
 *
 * @param path   below the data directory
 * @param size   in bytes; negative when it is not known yet
 * @param sha256 in hex; null when it is not known yet
 */
record DataFile(String path, long size, @Nullable String sha256) {

    static final String LIST = "files.tsv";
    static final String FOLDER = "data/";
    private static final String UNKNOWN = "-";

    static DataFile of(String line) throws IOException {
        var parts = List.of(line.split("\t", -1));
        try {
            var hash = parts.getFirst();
            return new DataFile(parts.get(2), Long.parseLong(parts.get(1)), hash.equals(UNKNOWN) ? null : hash);
        } catch (RuntimeException unreadable) {
            throw new IOException("Not a line of a list of files: " + line);
        }
    }

    String line() {
        return (sha256 == null ? UNKNOWN : sha256) + '\t' + size + '\t' + path + '\n';
    }

    String entry() {
        return FOLDER + path;
    }

    /** Whether a file that was found there may be the one that was looked for. */
    boolean isAs(DataFile found) {
        return (size < 0 || size == found.size) && (sha256 == null || sha256.equals(found.sha256));
    }
}

package io.huoji.command.backup;

import io.huoji.platform.database.TableShape;
import java.time.Instant;
import java.util.List;

/**
 * The first entry of an archive: what it is.
 *
 * @param format   of the archive; a reader refuses one that it does not know
 * @param product  the version of Huoji that wrote it
 * @param schema   the newest migration that its tables have seen
 * @param postgres the major version of the database that it came from
 * @param tables   in the order in which they follow
 */
record Heading(int format, String product, String schema, Instant createdAt, int postgres, List<TableShape> tables) {

    static final String ENTRY = "huoji-backup.json";
    static final int FORMAT = 1;
}

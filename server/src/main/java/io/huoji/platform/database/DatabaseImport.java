package io.huoji.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Fills an empty database from an export, all of it in one transaction: whoever looks sees nothing or everything. */
public final class DatabaseImport implements AutoCloseable {

    private static final String SETTINGS = """
            set local timezone = 'UTC';
            set local datestyle = 'ISO, YMD';
            set local maintenance_work_mem = '256MB';
            set local statement_timeout = 0;
            set local idle_in_transaction_session_timeout = 0;
            """;

    private final DatabaseServer server;
    private final Connection connection;
    private final TableCatalogue catalogue;
    private final Map<String, TableShape> tables = new HashMap<>();
    private @Nullable BareTables bare;
    private @Nullable CopyIn copy;

    private DatabaseImport(DatabaseServer server, Connection connection) {
        this.server = server;
        this.connection = connection;
        this.catalogue = new TableCatalogue(connection);
    }

    public static DatabaseImport into(DatabaseServer server) {
        try {
            return new DatabaseImport(server, server.ownerConnection());
        } catch (SQLException fault) {
            throw new DatabaseFault("The database cannot be reached", fault);
        }
    }

    /** Whether nothing is in the database, ours or another's. */
    public boolean isEmpty() {
        return step("The database cannot be looked at", catalogue::isEmpty);
    }

    /** Whether an import into it was begun and not ended. */
    public boolean isHalfFilled() {
        return step("The database cannot be looked at", catalogue::isMarked);
    }

    /** Marks the database, drops what an import before this one has left, makes the schema of that version and begins to fill it. */
    public void begin(String schemaVersion) {
        step("The database cannot be made ready", () -> {
            catalogue.mark();
            catalogue.drop();
            connection.commit();
            return true;
        });
        SchemaVersions.migrate(server.access(), schemaVersion);
        step("The tables cannot be made ready", () -> {
            catalogue.execute(SETTINGS);
            catalogue.tables().forEach(table -> tables.put(table.name(), table));
            bare = BareTables.of(catalogue);
            // What a migration has put there comes with the export.
            catalogue.execute(tables.keySet().stream().map(name -> '"' + name + '"')
                    .collect(Collectors.joining(", ", "truncate ", "")));
            return true;
        });
    }

    /** Whether the schema has this table with these columns. */
    public boolean hasPlaceFor(TableShape table) {
        var mine = tables.get(table.name());
        return table.isPlain() && mine != null && mine.columns().containsAll(table.columns());
    }

    /** Begins to fill a table; ends with {@link #endTable}. */
    public void beginTable(TableShape table) {
        step("Table " + table.name() + " cannot be filled", () -> copy = connection.unwrap(PGConnection.class)
                .getCopyAPI().copyIn("copy " + table.quoted() + " from stdin"));
    }

    public void write(byte[] bytes, int count) {
        step("The rows are refused", () -> {
            open().writeToCopy(bytes, 0, count);
            return true;
        });
    }

    /** Answers the number of rows. */
    public long endTable() {
        return step("The rows are refused", () -> {
            var rows = open().endCopy();
            copy = null;
            return rows;
        });
    }

    private CopyIn open() {
        if (copy == null) {
            throw new IllegalStateException("No table is being filled.");
        }
        return copy;
    }

    /** Puts keys and indexes back, which checks them over all rows, and makes everything visible at once. */
    public void commit() {
        step("The rows do not fit together", () -> {
            if (bare != null) {
                bare.dress();
            }
            connection.commit();
            return true;
        });
    }

    /** Brings the schema from the export's version to this product's, and tells the planner what is there now. */
    public void modernise() {
        SchemaVersions.migrate(server.access(), "latest");
        step("The statistics cannot be made", () -> {
            catalogue.execute("analyze " + catalogue.tables().stream().map(table -> '"' + table.name() + '"')
                    .collect(Collectors.joining(", ")));
            connection.commit();
            return true;
        });
    }

    /** Takes the mark off: from now on servers may start on it. */
    public void end() {
        step("The mark of the import cannot be taken off", () -> {
            catalogue.unmark();
            connection.commit();
            return true;
        });
    }

    /** What was not committed is gone. */
    @Override
    public void close() {
        step("The connection does not close", () -> {
            connection.close();
            return true;
        });
    }

    private interface Step<T> {
        T run() throws SQLException;
    }

    private static <T> T step(String words, Step<T> step) {
        try {
            return step.run();
        } catch (SQLException fault) {
            throw new DatabaseFault(words, fault);
        }
    }
}

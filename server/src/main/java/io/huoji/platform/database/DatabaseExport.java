package io.huoji.platform.database;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;

/**
 * All our tables as they were at one moment, while others go on writing. It holds a snapshot: close it as soon as the rows are
 * read, as the work queue slows down meanwhile.
 */
public final class DatabaseExport implements AutoCloseable {

    /** The text of a value must not depend on how this server was set up. */
    private static final String SETTINGS = """
            set local timezone = 'UTC';
            set local datestyle = 'ISO, YMD';
            set local intervalstyle = 'postgres';
            set local extra_float_digits = 1;
            set local bytea_output = 'hex';
            set local statement_timeout = 0;
            set local idle_in_transaction_session_timeout = 0;
            """;
    private static final int FIRST_WITH_TRANSACTION_TIMEOUT = 17;
    private static final int FETCH = 1000;

    private final Connection connection;
    private final TableCatalogue catalogue;

    private DatabaseExport(Connection connection) {
        this.connection = connection;
        this.catalogue = new TableCatalogue(connection);
    }

    /** Takes a row in COPY's text format, its line end included. */
    @FunctionalInterface
    public interface LineTaker {
        void take(byte[] line) throws IOException;
    }

    /** Takes the columns of a row as text; none may be null. */
    @FunctionalInterface
    public interface RowTaker {
        void take(List<String> row) throws IOException;
    }

    /** The state of this moment. */
    public static DatabaseExport of(DatabaseServer server) {
        try {
            var connection = server.ownerConnection();
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            var export = new DatabaseExport(connection);
            export.catalogue.execute(SETTINGS);
            if (export.postgresVersion() >= FIRST_WITH_TRANSACTION_TIMEOUT) {
                export.catalogue.execute("set local transaction_timeout = 0");
            }
            return export;
        } catch (SQLException fault) {
            throw new DatabaseFault("The database cannot be read", fault);
        }
    }

    public int postgresVersion() {
        try {
            return connection.getMetaData().getDatabaseMajorVersion();
        } catch (SQLException fault) {
            throw new DatabaseFault("The version of PostgreSQL is unknown", fault);
        }
    }

    /** The newest migration that the tables have seen; empty when there is none. */
    public String schemaVersion() {
        try {
            var history = catalogue.column("select to_regclass('" + TableCatalogue.HISTORY + "')::text is not null");
            return history.equals(List.of("t"))
                    ? catalogue.column("""
                            select coalesce(max(version::bigint)::text, '') from flyway_schema_history where success
                            """).getFirst()
                    : "";
        } catch (SQLException fault) {
            throw new DatabaseFault("The history of migrations cannot be read", fault);
        }
    }

    public List<TableShape> tables() {
        try {
            return catalogue.tables();
        } catch (SQLException fault) {
            throw new DatabaseFault("The tables cannot be listed", fault);
        }
    }

    /** Hands over all rows of a table, in no order. */
    public void copy(TableShape table, LineTaker taker) throws IOException {
        try {
            var copy = connection.unwrap(PGConnection.class).getCopyAPI()
                    .copyOut("copy " + table.quoted() + " to stdout");
            for (var line = copy.readFromCopy(); line != null; line = copy.readFromCopy()) {
                taker.take(line);
            }
        } catch (SQLException fault) {
            throw new DatabaseFault("Table " + table.name() + " cannot be read", fault);
        }
    }

    /** Hands over the rows of a query, a few at a time. */
    public void rows(String sql, RowTaker taker) throws IOException {
        try (var statement = connection.createStatement()) {
            statement.setFetchSize(FETCH);
            try (var rows = statement.executeQuery(sql)) {
                while (rows.next()) {
                    taker.take(texts(rows));
                }
            }
        } catch (SQLException fault) {
            throw new DatabaseFault("The rows cannot be read", fault);
        }
    }

    private static List<String> texts(ResultSet row) throws SQLException {
        var texts = new ArrayList<String>();
        for (var column = 1; column <= row.getMetaData().getColumnCount(); column++) {
            texts.add(row.getString(column));
        }
        return texts;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException fault) {
            throw new DatabaseFault("The connection does not close", fault);
        }
    }
}

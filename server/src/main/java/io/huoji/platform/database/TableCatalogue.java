package io.huoji.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What stands in the schema of a database, read from PostgreSQL's own catalogue. */
final class TableCatalogue {

    static final String HISTORY = "flyway_schema_history";

    /** An empty schema beside ours, as Flyway wants ours to be empty. */
    private static final String MARK = "huoji_restore_unfinished";

    private final Connection connection;

    TableCatalogue(Connection connection) {
        this.connection = connection;
    }

    /** Our tables with the columns that hold data of their own, by name; without the history of migrations. */
    List<TableShape> tables() throws SQLException {
        var sql = """
                select c.relname, array_agg(a.attname::text order by a.attnum)
                from pg_class c join pg_attribute a on a.attrelid = c.oid
                where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r'
                  and c.relowner = current_user::regrole and c.relname <> '%s'
                  and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                group by c.relname order by c.relname
                """.formatted(HISTORY);
        var tables = new ArrayList<TableShape>();
        try (var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                tables
                        .add(new TableShape(rows.getString(1),
                                Arrays.stream((String[]) rows.getArray(2).getArray()).toList()));
            }
        }
        return tables;
    }

    /** Whether nothing is in the schema, ours or another's, but what extensions brought. */
    boolean isEmpty() throws SQLException {
        return column("""
                select c.relname from pg_class c
                where c.relnamespace = current_schema()::regnamespace
                  and not exists (select 1 from pg_depend d where d.objid = c.oid and d.deptype = 'e')
                limit 1
                """).isEmpty();
    }

    /** Drops our tables, history of migrations and all. */
    void drop() throws SQLException {
        var names = column(
                """
                        select quote_ident(relname) from pg_class
                        where relnamespace = current_schema()::regnamespace and relkind = 'r' and relowner = current_user::regrole
                        """);
        if (!names.isEmpty()) {
            execute(names.stream().collect(Collectors.joining(", ", "drop table ", " cascade")));
        }
    }

    /** Whether a restore into this database has begun and not ended. */
    boolean isMarked() throws SQLException {
        return !column("select nspname from pg_namespace where nspname = '" + MARK + "'").isEmpty();
    }

    void mark() throws SQLException {
        execute("create schema if not exists " + MARK);
    }

    void unmark() throws SQLException {
        execute("drop schema " + MARK);
    }

    List<String> column(String sql) throws SQLException {
        var values = new ArrayList<String>();
        try (var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

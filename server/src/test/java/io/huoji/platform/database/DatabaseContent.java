package io.huoji.platform.database;

import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/** Everything in a database at rest, told without the product's own export. */
public final class DatabaseContent {

    private DatabaseContent() {}

    /** Table to its number of rows and a hash of them. */
    public static Map<String, String> of(DatabaseServer server) throws SQLException {
        var content = new TreeMap<String, String>();
        try (var connection = server.ownerConnection()) {
            var catalogue = new TableCatalogue(connection);
            catalogue.execute("set local timezone = 'UTC'");
            for (var table : catalogue.tables()) {
                content.put(table.name(), catalogue.column("""
                        select count(*) || ' ' || coalesce(md5(string_agg(line, '|' order by line)), '')
                        from (select md5((%s)::text) line from "%s") lines
                        """.formatted(String.join(", ", "'x'", columns(table)), table.name())).getFirst());
            }
        }
        return content;
    }

    private static String columns(TableShape table) {
        return "\"" + String.join("\", \"", table.columns()) + "\"";
    }

    public static long number(DatabaseServer server, String sql) throws SQLException {
        try (var connection = server.ownerConnection()) {
            return Long.parseLong(new TableCatalogue(connection).column(sql).getFirst());
        }
    }

    /** Foreign keys and indexes by their definitions. */
    public static java.util.List<String> dressing(DatabaseServer server) throws SQLException {
        try (var connection = server.ownerConnection()) {
            return new TableCatalogue(connection).column("""
                    select pg_get_indexdef(i.indexrelid) from pg_index i join pg_class c on c.oid = i.indrelid
                    where c.relnamespace = current_schema()::regnamespace
                    union all
                    select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) from pg_constraint
                    where connamespace = current_schema()::regnamespace and contype <> 'n'
                    order by 1
                    """);
        }
    }
}

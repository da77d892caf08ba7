package io.huoji.platform.database;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Tables without their foreign keys and secondary indexes, so that they can be filled in any order and fast. Putting these back
 * checks every key over all rows.
 */
final class BareTables {

    private static final String FOREIGN_KEYS = """
            select format('alter table %%s ', k.conrelid::regclass) || %s
            from pg_constraint k join pg_class c on c.oid = k.conrelid
            where k.contype = 'f' and k.connamespace = current_schema()::regnamespace
              and c.relowner = current_user::regrole
            order by c.relname, k.conname
            """;
    private static final String INDEXES = """
            select %s
            from pg_index i join pg_class c on c.oid = i.indrelid
            where c.relnamespace = current_schema()::regnamespace and c.relowner = current_user::regrole
              and c.relname <> 'flyway_schema_history'
              and not exists (select 1 from pg_constraint k where k.conindid = i.indexrelid)
            order by c.relname, i.indexrelid
            """;

    private final TableCatalogue catalogue;
    private final List<String> dressing = new ArrayList<>();

    private BareTables(TableCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    static BareTables of(TableCatalogue catalogue) throws SQLException {
        var bare = new BareTables(catalogue);
        bare.dressing.addAll(catalogue.column(INDEXES.formatted("pg_get_indexdef(i.indexrelid)")));
        bare.dressing.addAll(catalogue.column(FOREIGN_KEYS
                .formatted("format('add constraint %I ', k.conname) || pg_get_constraintdef(k.oid)")));
        var undressing = catalogue.column(FOREIGN_KEYS.formatted("format('drop constraint %I', k.conname)"));
        undressing.addAll(catalogue.column(INDEXES.formatted("format('drop index %s', i.indexrelid::regclass)")));
        for (var statement : undressing) {
            catalogue.execute(statement);
        }
        return bare;
    }

    void dress() throws SQLException {
        for (var statement : dressing) {
            catalogue.execute(statement);
        }
    }
}

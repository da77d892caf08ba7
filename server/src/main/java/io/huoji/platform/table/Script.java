package io.huoji.platform.table;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Plain statements that go to the database in one string and so in one round trip. */
final class Script {

    private final StringBuilder sql = new StringBuilder(2048);
    private final List<@Nullable Object> params = new ArrayList<>(96);
    private int statements;

    /** Appends a statement and answers its place. */
    int add(Statement statement) {
        if (statements > 0)
            sql.append(";\n");
        sql.append(statement.sql());
        params.addAll(statement.params());
        return statements++;
    }

    String sql() {
        return sql.toString();
    }

    List<@Nullable Object> params() {
        return params;
    }
}

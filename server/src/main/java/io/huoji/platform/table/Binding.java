package io.huoji.platform.table;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Binds the values of a {@link Statement}. */
final class Binding {

    private Binding() {}

    static void bind(PreparedStatement statement, List<@Nullable Object> params) throws SQLException {
        for (int i = 0; i < params.size(); i++)
            bind(statement, i + 1, params.get(i));
    }

    private static void bind(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
        switch (value) {
            case null -> statement.setNull(index, Types.NULL);
            case Instant instant -> statement.setObject(index, OffsetDateTime.ofInstant(instant, ZoneOffset.UTC));
            case UUID[] ids -> statement.setArray(index, statement.getConnection().createArrayOf("uuid", ids));
            case String[] texts -> statement.setArray(index, statement.getConnection().createArrayOf("text", texts));
            case String text -> statement.setString(index, text);
            default -> statement.setObject(index, value);
        }
    }
}

package io.huoji.platform.table;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads records by whatever conditions and order people put together. */
@Repository
class RecordListRepository {

    /** A row and the values of the order's keys, for the cursor. */
    record Ordered(RecordRow row, List<@Nullable String> keys) {}

    private static final DSLContext SQL = DSL.using(SQLDialect.POSTGRES);

    private final JdbcClient jdbc;

    RecordListRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    static Condition of(UUID tenant, UUID table, boolean deleted) {
        return DSL.condition("tenant_id = {0} and table_id = {1}", DSL.val(tenant), DSL.val(table))
                .and(deleted ? "deleted_at is not null" : "deleted_at is null");
    }

    List<Ordered> page(Condition condition, RecordOrder order, @Nullable String cursor, int limit) {
        Query query = SQL.select(DSL.field(RecordRows.COLUMNS))
                .select(order.keyColumns())
                .from("record")
                .where(condition.and(order.after(cursor)))
                .orderBy(order.orderBy())
                .limit(limit);
        return jdbc.sql(query.getSQL()).params(query.getBindValues())
                .query((row, number) -> new Ordered(RecordRows.of(row), keys(row, order.size()))).list();
    }

    private static List<@Nullable String> keys(ResultSet row, int size) throws SQLException {
        List<@Nullable String> keys = new ArrayList<>();
        for (int i = 0; i < size; i++)
            keys.add(row.getString("k" + i));
        return keys;
    }

    long count(Condition condition) {
        Query query = SQL.selectCount().from("record").where(condition);
        return jdbc.sql(query.getSQL()).params(query.getBindValues()).query(Long.class).single();
    }

    /** One record of the tenant, deleted or not, if these conditions hold for it. */
    Optional<RecordRow> byId(UUID tenant, UUID id, Condition condition) {
        Query query = SQL.select(DSL.field(RecordRows.COLUMNS))
                .from("record")
                .where(DSL.condition("tenant_id = {0} and id = {1}", DSL.val(tenant), DSL.val(id)).and(condition));
        return jdbc.sql(query.getSQL()).params(query.getBindValues()).query((row, number) -> RecordRows.of(row))
                .optional();
    }
}

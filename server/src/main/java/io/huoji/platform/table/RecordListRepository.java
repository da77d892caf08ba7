package io.huoji.platform.table;

import io.huoji.platform.access.Viewer;
import io.huoji.platform.table.RecordOrder.Place;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.SQLDialect;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads records by whatever conditions and order people put together; never one that the viewer may not know of. */
@Repository
class RecordListRepository {

    /** A row and where it stands in the order. */
    record Ordered(RecordRow row, Place place) {}

    private static final DSLContext SQL = DSL.using(SQLDialect.POSTGRES);
    private static final Field<UUID> ID = DSL.field("id", UUID.class);

    private final JdbcClient jdbc;
    private final RecordRows rows;
    private final RecordFilter filter;

    RecordListRepository(JdbcClient jdbc, RecordRows rows, RecordFilter filter) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.filter = filter;
    }

    List<Ordered> page(Table table, RecordQuery query, RecordOrder order, FieldContexts.Request request, int limit) {
        Query select = SQL.select(DSL.field(RecordRows.COLUMNS))
                .select(keyColumns(order))
                .from("record")
                .where(condition(table, query, request).and(after(order, query.cursor())))
                .orderBy(orderBy(order))
                .limit(DSL.inline(limit)); // In the text, so that the plan knows how few are wanted.
        return jdbc.sql(select.getSQL()).params(select.getBindValues())
                .query((row, number) -> ordered(row, order.keys().size())).list();
    }

    private Ordered ordered(ResultSet row, int keys) throws SQLException {
        List<@Nullable String> values = new ArrayList<>();
        for (int i = 0; i < keys; i++)
            values.add(row.getString("k" + i));
        RecordRow read = rows.of(row);
        return new Ordered(read, new Place(values, read.id()));
    }

    long count(Table table, RecordQuery query, FieldContexts.Request request) {
        Query select = SQL.selectCount().from("record").where(condition(table, query, request));
        return jdbc.sql(select.getSQL()).params(select.getBindValues()).query(Long.class).single();
    }

    private Condition condition(Table table, RecordQuery query, FieldContexts.Request request) {
        return DSL.condition("tenant_id = {0} and table_id = {1}", DSL.val(request.tenant().id().value()),
                DSL.val(table.id()))
                .and(query.deleted() ? "deleted_at is not null" : "deleted_at is null")
                .and(RecordFilter.within(request.viewer().scope()))
                .and(filter.compile(table, query.filter(), request));
    }

    /** One record, deleted or not. */
    Optional<RecordRow> byId(Viewer viewer, UUID id) {
        Query query = SQL.select(DSL.field(RecordRows.COLUMNS))
                .from("record")
                .where(DSL.condition("tenant_id = {0} and id = {1}", DSL.val(viewer.tenant().value()), DSL.val(id))
                        .and(RecordFilter.within(viewer.scope())));
        return jdbc.sql(query.getSQL()).params(query.getBindValues()).query((row, number) -> rows.of(row)).optional();
    }

    /** Those of these records that the viewer may know of, deleted or not. */
    List<RecordRow> byIds(Viewer viewer, Collection<UUID> ids) {
        Query query = SQL.select(DSL.field(RecordRows.COLUMNS))
                .from("record")
                .where(DSL.condition("tenant_id = {0} and id = any({1})", DSL.val(viewer.tenant().value()),
                        DSL.val(ids.toArray(UUID[]::new)))
                        .and(RecordFilter.within(viewer.scope())));
        return jdbc.sql(query.getSQL()).params(query.getBindValues()).query((row, number) -> rows.of(row)).list();
    }

    private static List<SortField<?>> orderBy(RecordOrder order) {
        List<SortField<?>> fields = new ArrayList<>();
        for (RecordOrder.Key key : order.keys()) {
            SortField<?> field = key.descending()
                    ? Comparison.it(key.column()).desc()
                    : Comparison.it(key.column()).asc();
            fields.add(key.emptyFirst() ? field.nullsFirst() : field.nullsLast());
        }
        fields.add(order.descending() ? ID.desc() : ID.asc());
        return fields;
    }

    /** The values of the keys, named k0, k1 … */
    private static List<Field<?>> keyColumns(RecordOrder order) {
        List<Field<?>> columns = new ArrayList<>();
        for (int i = 0; i < order.keys().size(); i++)
            columns.add(DSL.field("({0})::text", Comparison.it(order.keys().get(i).column())).as("k" + i));
        return columns;
    }

    private static Condition after(RecordOrder order, @Nullable String cursor) {
        if (cursor == null)
            return DSL.noCondition();
        Place place = order.place(cursor);
        Condition after = order.descending() ? ID.lt(place.id()) : ID.gt(place.id());
        try {
            for (int i = order.keys().size() - 1; i >= 0; i--)
                after = after(order.keys().get(i), place.values().get(i), after);
            return after;
        } catch (IllegalArgumentException | DateTimeException broken) {
            throw RecordOrder.notACursor();
        }
    }

    private static Condition after(RecordOrder.Key key, @Nullable String value, Condition ties) {
        Field<?> it = Comparison.it(key.column());
        if (value == null) {
            Condition tied = DSL.condition("{0} is null", it).and(ties);
            return key.emptyFirst() ? tied.or(DSL.condition("{0} is not null", it)) : tied;
        }
        Field<?> bound = typed(key.column(), value);
        Condition beyond = DSL.condition(key.descending() ? "{0} < {1}" : "{0} > {1}", it, bound)
                .or(DSL.condition("{0} = {1}", it, bound).and(ties));
        // The first condition says nothing new; it lets the database begin at the right place of an index.
        return key.emptyFirst()
                ? DSL.condition("{0} <= {1}", it, bound).and(beyond)
                : beyond.or(DSL.condition("{0} is null", it));
    }

    private static Field<?> typed(Column column, String text) {
        return switch (column.storage()) {
            case ID -> DSL.val(UUID.fromString(text));
            case MOMENT -> DSL.val(OffsetDateTime.parse(text.replace(' ', 'T').replaceFirst("([+-]\\d\\d)$", "$1:00")));
            case NUMBER -> DSL.val(new BigDecimal(text));
            case FLAG -> DSL.val(text.equals("true"));
            case TEXT -> DSL.val(text);
            case JSON -> switch (column.shape()) {
                case NUMBER, MONEY -> DSL.val(new BigDecimal(text));
                default -> DSL.val(text);
            };
        };
    }
}

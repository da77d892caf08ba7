package io.huoji.platform.table;

import io.huoji.platform.kernel.Misuse;
import io.huoji.platform.kernel.Problem;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/**
 * An order of records and the way to go on after a page of it: each key, empty values last, then the id in the direction of the
 * first key. Without a wish the newest come first.
 */
final class RecordOrder {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Field<UUID> ID = DSL.field("id", UUID.class);

    /** One key of the order. */
    record Key(String name, Column column, boolean descending) {}

    private final List<Key> keys;
    private final boolean descending;

    private RecordOrder(List<Key> keys, boolean descending) {
        this.keys = keys;
        this.descending = descending;
    }

    /** Reads {@code -occurredAt,name}. */
    static RecordOrder parse(@Nullable String sort, Table table, Columns columns) {
        if (sort == null || sort.isBlank())
            return new RecordOrder(List.of(), true);
        List<Key> keys = new ArrayList<>();
        for (String part : sort.split(",", -1)) {
            boolean descending = part.startsWith("-");
            String name = (descending ? part.substring(1) : part).strip();
            Column column = columns.named(table, name, "sort");
            if (!column.shape().isSortable())
                throw new Misuse.Malformed(Problem.at("sort", "not-sortable", Map.of("field", name)));
            keys.add(new Key(name, column, descending));
        }
        return new RecordOrder(List.copyOf(keys), keys.getFirst().descending());
    }

    /** True when the database may have to sort all rows, because no index gives this order. */
    List<SortField<?>> orderBy() {
        List<SortField<?>> order = new ArrayList<>();
        for (Key key : keys) {
            // An index can be walked backwards only when empty values are where its own order has them.
            SortField<?> field = key.descending() ? key.column().expression().desc() : key.column().expression().asc();
            order.add(isNeverEmpty(key) ? field : field.nullsLast());
        }
        order.add(descending ? ID.desc() : ID.asc());
        return order;
    }

    private static boolean isNeverEmpty(Key key) {
        return key.column().field().required() || key.column().field().id().equals(new UUID(0, 0));
    }

    /** The values of the keys, as columns named k0, k1 … of the result, for the next cursor. */
    List<Field<?>> keyColumns() {
        List<Field<?>> columns = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++)
            columns.add(DSL.field("({0})::text", keys.get(i).column().expression()).as("k" + i));
        return columns;
    }

    int size() {
        return keys.size();
    }

    String cursor(List<@Nullable String> values, UUID id) {
        ArrayNode parts = JSON.createArrayNode();
        values.forEach(parts::add);
        parts.add(id.toString()).add(signature());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(JSON.writeValueAsBytes(parts));
    }

    private String signature() {
        return String.join(",", keys.stream().map(key -> (key.descending() ? "-" : "") + key.name()).toList());
    }

    /** What lies after the cursor; refuses one that is not of this order. */
    Condition after(@Nullable String cursor) {
        if (cursor == null)
            return DSL.noCondition();
        JsonNode parts = read(cursor);
        Condition after = descending ? ID.lt(id(parts)) : ID.gt(id(parts));
        for (int i = keys.size() - 1; i >= 0; i--)
            after = after(keys.get(i), parts.get(i), after);
        return after;
    }

    private static Condition after(Key key, JsonNode value, Condition ties) {
        Field<?> it = key.column().expression();
        if (value.isNull())
            return DSL.condition("{0} is null", it).and(ties);
        Field<?> bound = typed(key.column(), value.asString());
        Condition beyond = DSL.condition(key.descending() ? "{0} < {1}" : "{0} > {1}", it, bound);
        Condition or = beyond.or(DSL.condition("{0} = {1}", it, bound).and(ties));
        return isNeverEmpty(key)
                ? DSL.condition(key.descending() ? "{0} <= {1}" : "{0} >= {1}", it, bound).and(or)
                : or.or(DSL.condition("{0} is null", it));
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

    private JsonNode read(String cursor) {
        try {
            JsonNode parts = JSON.readTree(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8));
            if (parts.isArray() && parts.size() == keys.size() + 2
                    && parts.get(keys.size() + 1).asString().equals(signature()))
                return parts;
        } catch (IllegalArgumentException | JacksonException broken) {
            // said below
        }
        throw new Misuse.Malformed(Problem.at("cursor", "not-a-cursor"));
    }

    private UUID id(JsonNode parts) {
        try {
            return UUID.fromString(parts.get(keys.size()).asString());
        } catch (IllegalArgumentException broken) {
            throw new Misuse.Malformed(Problem.at("cursor", "not-a-cursor"));
        }
    }
}

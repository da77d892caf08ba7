package io.huoji.platform.table;

import io.huoji.platform.kernel.Misuse;
import io.huoji.platform.kernel.Problem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/**
 * An order of records: each key, then the id in the direction of the first key. Without a wish the newest come first.
 *
 * @param descending the direction of the id
 */
record RecordOrder(List<Key> keys, boolean descending) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final UUID NO_ID = new UUID(0, 0);

    /** One key of the order. */
    record Key(String name, Column column, boolean descending) {

        /**
         * Empty values come last, but first where the order is downwards over what is hardly ever empty: there an index can be
         * walked backwards only when they stand where its own order has them.
         */
        boolean emptyFirst() {
            return descending && (column.field().required() || column.field().id().equals(NO_ID));
        }
    }

    /** Where a page ended: the values of the keys as text, and the id. */
    record Place(List<@Nullable String> values, UUID id) {}

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

    String cursor(Place place) {
        ArrayNode parts = JSON.createArrayNode();
        place.values().forEach(parts::add);
        parts.add(place.id().toString()).add(signature());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(JSON.writeValueAsBytes(parts));
    }

    private String signature() {
        return String.join(",", keys.stream().map(key -> (key.descending() ? "-" : "") + key.name()).toList());
    }

    /** The place that a cursor names; refuses one that is not of this order. */
    Place place(String cursor) {
        try {
            JsonNode parts = JSON.readTree(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8));
            if (parts.isArray() && parts.size() == keys.size() + 2
                    && parts.get(keys.size() + 1).asString().equals(signature())) {
                List<@Nullable String> values = new ArrayList<>();
                for (int i = 0; i < keys.size(); i++)
                    values.add(parts.get(i).isNull() ? null : parts.get(i).asString());
                return new Place(values, UUID.fromString(parts.get(keys.size()).asString()));
            }
        } catch (IllegalArgumentException | JacksonException broken) {
            // said below
        }
        throw notACursor();
    }

    static Misuse.Malformed notACursor() {
        return new Misuse.Malformed(Problem.at("cursor", "not-a-cursor"));
    }
}

package io.huoji.platform.table;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A record that somebody wants stored.
 *
 * @param fields     values by field key, as the API takes them
 * @param externalId its name in the system it comes from
 * @param id         the id it is to have, so that a repeat finds it; null: a new one
 */
public record Draft(Map<String, JsonNode> fields, @Nullable String externalId, Source source, @Nullable UUID id) {

    public Draft(Map<String, JsonNode> fields, Source source) {
        this(fields, null, source, null);
    }
}

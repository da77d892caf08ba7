package io.huoji.platform.table;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.huoji.platform.kernel.Problem;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One record of a series and what is to be done to it.
 *
 * @param version the version that the caller has seen; null when any will do
 * @param fields  the fields to change; null where nothing is changed but deleted or restored
 */
record SeriesItem(UUID id, @Nullable Long version, @Nullable Map<String, JsonNode> fields) {

    /**
     * What became of it.
     *
     * @param status 200, 403, 404, 412 or 422
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Outcome(int index, int status, UUID id, @Nullable Long version, @Nullable List<Problem> errors) {}
}

package io.huoji.platform.table.field;

import io.huoji.platform.access.Viewer;
import io.huoji.platform.kernel.Problem;
import io.huoji.platform.tenant.Tenant;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A field while one of its values is read or answered.
 *
 * @param path   how the caller names it: {@code fields.budget}
 * @param name   how people name it; part of every message
 * @param role   the field's role, or null
 * @param config its complete configuration
 * @param now    the moment of the request
 * @param memo   kept for one request and all its rows; a type keys it by itself
 */
public record FieldContext(Viewer viewer, Tenant tenant, UUID table, String path, String name, @Nullable String role,
        ObjectNode config, Instant now, Map<Object, Object> memo) {

    public Problem problem(String code) {
        return problem("", code, Map.of());
    }

    public Problem problem(String code, Map<String, Object> params) {
        return problem("", code, params);
    }

    /** A problem inside the value: {@code below} is appended to the path as it is ({@code [2].url}). */
    public Problem problem(String below, String code, Map<String, Object> params) {
        Map<String, Object> named = new HashMap<>(params);
        named.putIfAbsent("name", name);
        return Problem.at(path + below, code, named);
    }

    public FieldContext at(String otherPath) {
        return new FieldContext(viewer, tenant, table, otherPath, name, role, config, now, memo);
    }
}

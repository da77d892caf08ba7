package io.huoji.platform.table;

import io.huoji.platform.kernel.Misuse;
import io.huoji.platform.kernel.Problem;
import io.huoji.platform.table.field.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The condition tree that lists, views, gates and dashboards share. */
public sealed interface Condition {

    int MAX_DEPTH = 6;
    int MAX_TESTS = 100;

    /** Every part holds; an empty one always does. */
    record All(List<Condition> parts) implements Condition {}

    /** At least one part holds. */
    record Any(List<Condition> parts) implements Condition {}

    /** One field against a value; the value is JSON null for operators that stand alone. */
    record Test(String field, Operator operator, JsonNode value) implements Condition {}

    /** Reads {@code filter=}; null when there is none. Refuses what is no condition tree and names where. */
    static @Nullable Condition parse(@Nullable String json, ObjectMapper mapper) {
        if (json == null || json.isBlank())
            return null;
        try {
            return read(mapper.readTree(json));
        } catch (JacksonException e) {
            throw new Misuse.Malformed(Problem.at("filter", "not-json"));
        }
    }

    static Condition read(JsonNode json) {
        return read(json, "filter");
    }

    /** The same for a condition that stands at that path. */
    static Condition read(JsonNode json, String path) {
        return node(json, path, 1, new int[1]);
    }

    private static Condition node(JsonNode json, String path, int depth, int[] tests) {
        if (!json.isObject())
            throw new Misuse.Malformed(Problem.at(path, "not-a-condition"));
        if (depth > MAX_DEPTH)
            throw new Misuse.Malformed(Problem.at(path, "too-deep", Map.of("max", MAX_DEPTH)));
        if (json.has("and") || json.has("or"))
            return group(json, path, depth, tests);
        return test(json, path, tests);
    }

    private static Condition group(JsonNode json, String path, int depth, int[] tests) {
        String word = json.has("and") ? "and" : "or";
        JsonNode parts = json.get(word);
        if (json.size() != 1 || !parts.isArray())
            throw new Misuse.Malformed(Problem.at(path, "not-a-condition"));
        List<Condition> read = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++)
            read.add(node(parts.get(i), "%s.%s[%d]".formatted(path, word, i), depth + 1, tests));
        return word.equals("and") ? new All(List.copyOf(read)) : new Any(List.copyOf(read));
    }

    private static Condition test(JsonNode json, String path, int[] tests) {
        for (String name : json.propertyNames())
            if (!List.of("field", "op", "value").contains(name))
                throw new Misuse.Malformed(Problem.at(path + "." + name, "unknown-property"));
        if (!json.path("field").isString() || !json.path("op").isString())
            throw new Misuse.Malformed(Problem.at(path, "not-a-condition"));
        if (++tests[0] > MAX_TESTS)
            throw new Misuse.Malformed(Problem.at(path, "too-many-conditions", Map.of("max", MAX_TESTS)));
        String word = json.get("op").asString();
        Operator operator = Operator.byKey(word)
                .orElseThrow(() -> new Misuse.Malformed(
                        Problem.at(path + ".op", "unknown-operator", Map.of("operator", word))));
        return new Test(json.get("field").asString(), operator, json.path("value"));
    }
}

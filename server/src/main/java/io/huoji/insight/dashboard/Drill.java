package io.huoji.insight.dashboard;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The way to the rows behind a cell: a list of the API and the condition under which it answers exactly those.
 *
 * @param filter a condition tree
 */
record Drill(String path, Map<String, Object> filter) {

    static Drill of(String path, List<Map<String, Object>> conditions) {
        return new Drill(path, Map.of("and", conditions));
    }

    static Map<String, Object> test(String field, String operator, Object value) {
        return Map.of("field", field, "op", operator, "value", value);
    }

    static Map<String, Object> test(String field, String operator) {
        return Map.of("field", field, "op", operator);
    }

    static List<Map<String, Object>> all(List<Map<String, Object>> one, List<Map<String, Object>> two,
            List<Map<String, Object>> three) {
        return Stream.of(one, two, three).flatMap(List::stream).toList();
    }
}

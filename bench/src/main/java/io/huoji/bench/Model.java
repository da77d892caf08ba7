package io.huoji.bench;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** The company that is measured, made through the public API: 100 campuses, 2,000 teachers, one action table, four nodes. */
final class Model {

    static final int UNITS = 100;
    static final int PEOPLE = 2_000;
    static final String TABLE = "actions";
    static final List<String> NODES = List.of("prepare", "observe", "analyse", "parents");
    private static final int PACK = 1_000;

    private final Api api;

    private Model(Api api) {
        this.api = api;
    }

    /** Makes it; answers a token of its admin. */
    static String make(Api api) throws Exception {
        Model model = new Model(api);
        for (int unit = 0; unit < UNITS; unit++)
            api.post("/units", Map.of("code", unit(unit), "name", "校区" + unit, "kind", "campus", "parent", "hq"));
        model.people();
        model.table();
        List<String> scopes = new ArrayList<>();
        for (JsonNode permission : api.get("/me").get("permissions"))
            scopes.add(permission.asString());
        return api.post("/tokens", Map.of("name", "bench", "scopes", scopes, "expiresAt",
                OffsetDateTime.now(ZoneOffset.UTC).plusDays(300).toString())).get("token").asString();
    }

    static String unit(int number) {
        return "c%03d".formatted(number);
    }

    static String person(int number) {
        return "t%04d".formatted(number);
    }

    private void people() throws Exception {
        List<Map<String, Object>> people = IntStream.range(0, PEOPLE).<Map<String, Object>>mapToObj(number -> Map.of("code",
                person(number), "name", "教师" + number, "unit", unit(number % UNITS), "roles",
                List.of(Map.of("role", "staff")))).toList();
        for (int from = 0; from < PEOPLE; from += PACK)
            api.post("/people:batch", Map.of("items", people.subList(from, from + PACK)));
    }

    private void table() throws Exception {
        api.post("/tables", Map.of("key", TABLE, "name", "动作追踪", "fields", List.of(
                field("campus", "校区", "unit", "unit"), field("teacher", "教师", "person", "subject"),
                field("date", "日期", "dateTime", "occurredAt"), field("action", "动作类型", "node", "node"),
                field("quality", "完成质量", "quality", "quality"), field("evidence", "支撑证据", "evidence", "evidence"),
                Map.of("key", "note", "name", "备注", "type", "longText"))));
        api.post("/scenes", Map.of("key", "teaching", "name", "教学闭环"));
        for (String node : NODES)
            api.post("/nodes", Map.of("key", node, "scene", "teaching", "table", TABLE, "name", node, "assignee",
                    Map.of("kind", "role", "role", "staff"), "trigger", Map.of("kind", "manual"), "grace", "PT0S",
                    "evidence", List.of(Map.of("kind", "photo", "min", 1, "mode", "expected"))));
    }

    private static Map<String, Object> field(String key, String name, String type, String role) {
        Map<String, Object> field = new LinkedHashMap<>();
        field.put("key", key);
        field.put("name", name);
        field.put("type", type);
        field.put("role", role);
        field.put("required", !role.equals("evidence") && !role.equals("unit"));
        return field;
    }
}

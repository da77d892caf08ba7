package io.huoji.demo;

import io.huoji.command.ApiClient;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Sets up the education group through the public API: organisation, roles, people, action table, scene and nodes. */
final class EduTenant {

    private static final int PACK = 1000;
    private static final String TABLE = "teaching-actions";

    private final ApiClient api;
    private final EduGroup group;

    EduTenant(ApiClient api, EduGroup group) {
        this.api = api;
        this.group = group;
    }

    void setUp() {
        units();
        roles();
        people();
        model();
    }

    private void units() {
        Map<String, String> regions = numbered("r", group.campuses().stream().map(Campus::region).toList());
        Map<String, String> cities = numbered("s", group.campuses().stream().map(Campus::city).toList());
        regions.forEach((name, code) -> unit(code, name, "region", "hq"));
        Set<String> made = new LinkedHashSet<>();
        for (Campus campus : group.campuses())
            if (made.add(campus.city()))
                unit(cities.getOrDefault(campus.city(), ""), campus.city(), "city",
                        regions.getOrDefault(campus.region(), ""));
        for (Campus campus : group.campuses())
            unit(campus.code(), campus.name(), "campus", cities.getOrDefault(campus.city(), ""));
    }

    private void unit(String code, String name, String kind, String parent) {
        api.ensure("/units/" + code, "/units", Map.of("code", code, "name", name, "kind", kind, "parent", parent));
    }

    private static Map<String, String> numbered(String letter, List<String> names) {
        Map<String, String> codes = new LinkedHashMap<>();
        for (String name : names)
            codes.putIfAbsent(name, letter + (codes.size() + 1));
        return codes;
    }

    private void roles() {
        List<String> acts = List.of("records.read", "records.create", "records.update", "expectations.read",
                "objects.read",
                "model.read", "metrics.read", "people.read");
        api.post("/roles",
                Map.of("key", "teacher", "name", "教师", "class", "knowledge", "scope", "own", "permissions", acts));
        api.post("/roles", Map.of("key", "dean", "name", "教务主任", "class", "knowledge", "scope", "unitAndBelow",
                "permissions", acts));
    }

    private void people() {
        List<Map<String, Object>> people = group.teachers().stream().map(this::person).toList();
        for (int from = 0; from < people.size(); from += PACK)
            api.post("/people:batch", Map.of("items", people.subList(from, Math.min(from + PACK, people.size()))));
    }

    private Map<String, Object> person(Teacher teacher) {
        Map<String, Object> person = new LinkedHashMap<>();
        person.put("code", teacher.code());
        person.put("name", teacher.name());
        person.put("memberships", memberships(teacher));
        List<Object> roles = new ArrayList<>(List.of(Map.of("role", "teacher")));
        if (teacher.dean()) {
            roles.add(Map.of("role", "lead", "unit", teacher.campus().code()));
            roles.add(Map.of("role", "dean", "unit", teacher.campus().code()));
        } else {
            person.put("manager", "t%04d".formatted(teacher.campusAt(group.thisMonday()).number()));
        }
        person.put("roles", roles);
        return person;
    }

    private static List<Object> memberships(Teacher teacher) {
        Teacher.Move move = teacher.moved();
        if (move == null)
            return List.of(Map.of("unit", teacher.campus().code()));
        LocalDate from = move.from();
        return List.of(Map.of("unit", teacher.campus().code(), "to", from.toString()),
                Map.of("unit", move.to().code(), "from", from.toString()));
    }

    private void model() {
        api.post("/tables", Map.of("key", TABLE, "name", "教学动作追踪表", "description", "备课、听课、学情分析、家长沟通：每一次都留下质量和证据",
                "fields", List.of(
                        field("campus", "校区", "unit", "unit", false),
                        field("teacher", "教师", "person", "subject", true),
                        field("date", "日期", "dateTime", "occurredAt", true),
                        field("action", "动作类型", "node", "node", true),
                        field("quality", "完成质量", "quality", "quality", true),
                        field("evidence", "支撑证据", "evidence", "evidence", false),
                        Map.of("key", "note", "name", "备注", "type", "longText"))));
        api.post("/scenes", Map.of("key", "teaching", "name", "教学闭环", "description", "从备课到家长沟通的一周"));
        for (EduNode node : EduNode.values())
            api.post("/nodes", Map.of("key", node.key, "scene", "teaching", "table", TABLE, "name", node.label, "why",
                    node.why, "assignee", Map.of("kind", "role", "role", "teacher"), "trigger",
                    Map.of("kind", "cadence", "times", node.timesAWeek, "per", "week"), "grace", "PT0S", "evidence",
                    List.of(Map.of("kind", node.evidenceKind, "min", 1, "mode", "expected"))));
    }

    private static Map<String, Object> field(String key, String name, String type, String role, boolean required) {
        return Map.of("key", key, "name", name, "type", type, "role", role, "required", required);
    }
}

package io.huoji.platform.table;

import io.huoji.testkit.Answer;
import io.huoji.testkit.Api;
import io.huoji.testkit.Company;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A company with two regions and a table {@code visits} that has a field of every type of the platform. */
final class VisitTable {

    static final String AT = "2026-11-02T09:00:00+08:00";

    final Company company;
    final Api admin;

    VisitTable(Company company) {
        this.company = company;
        this.admin = company.admin();
        company.unit("east", "region");
        company.unit("east-1", "team", "east");
        company.unit("west", "region");
        company.staff("moses", "east-1");
        company.staff("nora", "east");
        company.staff("li-lei", "west");
        company.lead("melvin", "east");
        Map<String, Object> options = Map.of("options", List.of(option("a"), option("b"), option("c")));
        admin.post("/tables", Map.of("key", "visits", "name", "拜访", "fields", List.of(
                field("who", "person", "subject", true, Map.of()),
                field("at", "dateTime", "occurredAt", true, Map.of()),
                field("title", "text", null, true, Map.of("unique", true, "maxLength", 20)),
                field("note", "longText", null, false, Map.of()),
                field("count", "integer", null, true, Map.of("min", 0, "max", 100)),
                field("amount", "decimal", null, false, Map.of("decimals", 2, "indexed", true)),
                field("budget", "money", null, false, Map.of()), field("share", "percent", null, false, Map.of()),
                field("sort", "select", null, false, options), field("tags", "multiSelect", null, false, options),
                field("done", "boolean", null, false, Map.of()), field("day", "date", null, false, Map.of()),
                field("met", "dateTime", null, false, Map.of("indexed", true)),
                field("guest", "person", null, false, Map.of()), field("team", "unit", null, false, Map.of()),
                field("site", "webLink", null, false, Map.of()), field("level", "quality", "quality", false, Map.of()),
                field("proof", "evidence", "evidence", false, Map.of())))).expect(201);
    }

    private static Map<String, Object> option(String key) {
        return Map.of("key", key, "label", key);
    }

    static Map<String, Object> field(String key, String type, @org.jspecify.annotations.Nullable String role,
            boolean required, Map<String, Object> config) {
        Map<String, Object> field = new HashMap<>(
                Map.of("key", key, "name", key, "type", type, "required", required, "config", config));
        if (role != null)
            field.put("role", role);
        return field;
    }

    /** Valid fields of a visit of that name; further fields in pairs of name and value. */
    static Map<String, Object> visit(String title, Object... more) {
        Map<String, Object> fields = new HashMap<>(Map.of("who", "moses", "at", AT, "title", title, "count", 1));
        for (int i = 0; i < more.length; i += 2)
            fields.put((String) more[i], more[i + 1]);
        return fields;
    }

    Answer submit(Map<String, Object> fields) {
        return admin.post("/tables/visits/records", Map.of("fields", fields));
    }

    Answer submit(String externalId, Map<String, Object> fields) {
        return admin.post("/tables/visits/records", Map.of("fields", fields, "externalId", externalId));
    }

    Answer batch(String query, boolean imported, List<Map<String, Object>> items) {
        return admin.post("/tables/visits/records:batch" + query, Map.of("items", items, "import", imported));
    }

    /** The titles that a query of the list answers, in its order. */
    List<String> titles(Api caller, String query) {
        List<String> titles = new ArrayList<>();
        caller.get("/tables/visits/records?limit=500" + query).expect(200).items()
                .forEach(item -> titles.add(item.at("/fields/title").asString()));
        return titles;
    }

    static String encoded(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }
}

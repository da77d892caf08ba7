package io.huoji.testkit;

import java.util.List;
import java.util.Map;

/** An installed app. */
class MarketSample implements Sample {

    private static final Map<String, Object> FILE = Map.of("formatVersion", 1, "key", "new-app", "name", "新应用",
            "version", "1.0.0", "tables", List.of(Map.of("key", "new-app-table", "name", "新表", "fields",
                    List.of(Map.of("key", "title", "name", "标题", "type", "text", "required", true)), "views",
                    List.of(Map.of("key", "all", "name", "全部", "config", Map.of("sort", "-title"))))),
            "scenes", List.of(Map.of("key", "new-app-scene", "name", "新场景")));

    @Override
    public Map<String, String> make(Company company) {
        company.admin()
                .post("/apps:import", Map.of("formatVersion", 1, "key", "secret-app", "name", MARK, "version", "1.0.0",
                        "tables", List.of(Map.of("key", "secret-app-table", "name", MARK))))
                .expect(200);
        return Map.of("apps/key", "secret-app");
    }

    @Override
    public Map<String, Object> bodies() {
        return Map.of("POST /api/v1/apps:import", FILE, "POST /api/v1/templates/{key}:install",
                Map.of("sampleData", false), "POST /api/v1/apps/{key}:export", Map.of("name", "包", "version", "1.0.1"),
                "PATCH /api/v1/first-steps", Map.of("modelSeen", true, "boardSeen", false, "dismissed", false));
    }
}

package io.huoji.testkit;

import java.util.List;
import java.util.Map;

/** A table with a field. */
class ModelSample implements Sample {

    @Override
    public Map<String, String> make(Company company) {
        company.admin()
                .post("/tables", Map.of("key", "secret-table", "name", MARK, "fields",
                        List.of(Map.of("key", "secret-field", "name", MARK, "type", "text"))))
                .expect(201);
        company.admin().post("/tables/secret-table/views", Map.of("key", "secret-view", "name", MARK)).expect(201);
        return Map.of("tables/key", "secret-table", "tables/table", "secret-table", "fields/key", "secret-field",
                "views/key", "secret-view");
    }

    @Override
    public Map<String, Object> bodies() {
        return Map.of("POST /api/v1/tables",
                Map.of("name", "新表", "fields", List.of(
                        Map.of("key", "kind", "name", "类别", "type", "select", "required", true, "config",
                                Map.of("options", List.of(Map.of("key", "a", "name", "甲")))))),
                "PATCH /api/v1/tables/{key}", Map.of("name", "改名"),
                "POST /api/v1/tables/{table}/fields", Map.of("name", "新字段", "type", "text"),
                "PATCH /api/v1/tables/{table}/fields/{key}", Map.of("name", "改名"),
                "POST /api/v1/tables/{table}/views", Map.of("name", "新视图", "config",
                        Map.of("filter", Map.of("field", "secret-field", "op", "eq", "value", "x"), "sort",
                                List.of(Map.of("field", "secret-field", "order", "asc")))),
                "PATCH /api/v1/tables/{table}/views/{key}", Map.of("name", "改名"),
                "PUT /api/v1/tables/{table}/fields:order", Map.of("keys", List.of("secret-field")));
    }
}

package io.huoji.testkit;

import java.util.List;
import java.util.Map;

/** Bodies for many records at once and for comments; the records are those of {@link ActionSample}. */
class RecordSample implements Sample {

    private static final Map<String, Object> NOBODYS = Map.of("id", "01890000-0000-7000-8000-000000000000", "version",
            1);

    @Override
    public Map<String, String> make(Company company) {
        return Map.of();
    }

    @Override
    public Map<String, Object> bodies() {
        return Map.of("PATCH /api/v1/tables/{key}/records:batch",
                Map.of("items", List.of(Map.of("id", NOBODYS.get("id"), "version", 1, "fields", Map.of("note", "改")))),
                "POST /api/v1/tables/{key}/records:delete", Map.of("items", List.of(NOBODYS)),
                "POST /api/v1/tables/{key}/records:restore", Map.of("items", List.of(NOBODYS)),
                "POST /api/v1/records/{id}/comments", Map.of("text", "看一下 @[owner]"),
                "PATCH /api/v1/records/{id}/comments/{comment}", Map.of("text", "改过"));
    }
}

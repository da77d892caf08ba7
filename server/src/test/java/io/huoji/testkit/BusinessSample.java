package io.huoji.testkit;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** A business object of {@code owner} with its type, and an event type. */
class BusinessSample implements Sample {

    @Override
    public Map<String, String> make(Company company) {
        Api admin = company.admin();
        admin.post("/object-types", Map.of("key", "secret-deal", "name", MARK)).expect(201);
        admin.post("/event-types", Map.of("key", "secret.won", "name", MARK, "objectType", "secret-deal")).expect(201);
        admin.put("/objects/secret-deal/d-1", Map.of("name", MARK, "owner", "owner", "fields", Map.of())).expect(201);
        return Map.of("object-types/key", "secret-deal", "event-types/key", "secret.won", "objects/type",
                "secret-deal", "objects/externalId", "d-1");
    }

    @Override
    public Map<String, Object> bodies() {
        return Map.of("POST /api/v1/object-types", Map.of("key", "new-type", "name", "新类型"),
                "PATCH /api/v1/object-types/{key}", Map.of("name", "改名"), "POST /api/v1/event-types",
                Map.of("key", "new.event", "name", "新事件"), "PATCH /api/v1/event-types/{key}", Map.of("name", "改名"),
                "PUT /api/v1/objects/{type}/{externalId}", Map.of("name", "改名"),
                "POST /api/v1/objects/{type}:batch",
                Map.of("items", List.of(Map.of("externalId", "d-9", "name", "新"))), "POST /api/v1/events",
                Map.of("source", "x", "id", "1", "type", "secret.won", "occurredAt", "2026-01-01T09:00:00+08:00",
                        "object", Map.of("type", "secret-deal", "externalId", "d-1")));
    }

    @Override
    public Set<String> hidden() {
        return Set.of("objects/externalId");
    }
}

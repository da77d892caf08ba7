package io.huoji.testkit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** A token and a session of somebody else. */
class IdentitySample implements Sample {

    @Override
    public Map<String, String> make(Company company) {
        String token = company.admin()
                .post("/tokens", Map.of("name", MARK, "scopes", List.of("people.read"), "expiresAt",
                        Instant.now().plus(9, ChronoUnit.DAYS).toString()))
                .expect(201)
                .at("/id");
        String session = company.as("owner").get("/sessions").expect(200).at("/items/0/id");
        return Map.of("tokens/id", token, "sessions/id", session);
    }

    @Override
    public Map<String, Object> bodies() {
        return Map.of("POST /api/v1/tokens", Map.of("name", "新令牌", "scopes", List.of("people.read"), "expiresAt",
                Instant.now().plus(9, ChronoUnit.DAYS).toString()), "PATCH /api/v1/tenant", Map.of("name", "新名"),
                "POST /api/v1/people:invite", Map.of("people", List.of("owner")), "PATCH /api/v1/me",
                Map.of("locale", "en"));
    }
}

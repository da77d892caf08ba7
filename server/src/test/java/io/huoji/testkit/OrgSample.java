package io.huoji.testkit;

import io.huoji.platform.access.Permission;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A unit, a person and a role. */
class OrgSample implements Sample {

    @Override
    public Map<String, String> make(Company company) {
        company.role("coach", "own", Permission.PEOPLE_READ);
        company.admin().patch("/units/east", Map.of("name", MARK)).expect(200);
        company.admin().patch("/people/owner", Map.of("name", MARK)).expect(200);
        String person = company.admin().get("/people/owner").at("/id");
        String role = company.admin().get("/roles/coach").at("/id");
        String unit = company.admin().get("/units/east").at("/id");
        return Map.of("units/unit", unit, "people/person", person, "roles/role", role);
    }

    @Override
    public Map<String, Object> bodies() {
        return Map.of("POST /api/v1/units", Map.of("name", "新部门"), "PATCH /api/v1/units/{unit}",
                Map.of("name", "改名"), "POST /api/v1/people", Map.of("name", "新人", "unit", "west"),
                "PATCH /api/v1/people/{person}", Map.of("name", "改名"), "POST /api/v1/people/{person}:transfer",
                Map.of("unit", "west", "from", "2026-01-01"), "POST /api/v1/people:batch",
                Map.of("items", List.of(Map.of("code", "n1", "name", "新人"))), "POST /api/v1/roles",
                Map.of("name", "新角色", "scope", "own"), "PATCH /api/v1/roles/{role}", Map.of("name", "改名"));
    }

    @Override
    public Set<String> hidden() {
        return Set.of("units/unit", "people/person");
    }
}

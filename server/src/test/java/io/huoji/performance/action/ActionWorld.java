package io.huoji.performance.action;

import io.huoji.testkit.Answer;
import io.huoji.testkit.Api;
import io.huoji.testkit.Company;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A company with two regions, two agents, a lead, an action table and object and event types. */
final class ActionWorld {

    final Company company;
    final Api admin;

    ActionWorld(Company company) {
        this.company = company;
        this.admin = company.admin();
        company.unit("east", "region");
        company.unit("west", "region");
        company.staff("moses", "east");
        company.staff("li-lei", "west");
        company.lead("melvin", "east");
        admin.post("/object-types", Map.of("key", "opportunity", "name", "商机")).expect(201);
        admin.post("/event-types", Map.of("key", "opportunity.engaged", "name", "开始推进")).expect(201);
        admin.post("/tables", Map.of("key", "deal-actions", "name", "商机动作", "fields", List.of(
                field("person", "person", "subject", Map.of()),
                field("at", "dateTime", "occurredAt", Map.of()),
                field("action", "node", "node", Map.of()),
                field("deal", "object", "object", Map.of("objectType", "opportunity")),
                field("quality", "quality", "quality", Map.of()),
                field("proof", "evidence", "evidence", Map.of())))).expect(201);
    }

    private static Map<String, Object> field(String key, String type, String role, Map<String, Object> config) {
        return Map.of("key", key, "name", key, "type", type, "role", role, "config", config);
    }

    /** A node of the action table; further properties in pairs of name and value. */
    Answer node(String key, Map<String, Object> trigger, Object... more) {
        Map<String, Object> body = new HashMap<>(Map.of("key", key, "table", "deal-actions", "name", key, "trigger",
                trigger));
        for (int i = 0; i < more.length; i += 2) {
            body.put((String) more[i], more[i + 1]);
        }
        return admin.post("/nodes", body);
    }

    static Map<String, Object> onEvent(String dueAfter) {
        return Map.of("kind", "event", "type", "opportunity.engaged", "dueAfter", dueAfter);
    }

    static Map<String, Object> cadence(int times, String per) {
        return Map.of("kind", "cadence", "times", times, "per", per);
    }

    Answer event(String id, String actor, String at) {
        return admin.post("/events", Map.of("source", "crm", "id", id, "type", "opportunity.engaged", "occurredAt", at,
                "actor", actor, "object", Map.of("type", "opportunity", "externalId", id)));
    }

    List<JsonNode> expectations(String query) {
        return admin.get("/expectations?limit=500" + query).expect(200).items();
    }

    List<String> states() {
        return new ArrayList<>(expectations("").stream().map(item -> item.path("state").asString()).toList());
    }
}

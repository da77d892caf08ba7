package io.huoji.demo;

import io.huoji.command.ApiClient;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What the customer's CRM asks of Huoji, by a token and the public API alone: its deals, and tickets for its box. */
final class CrmBackEnd {

    static final String NODE = "product-demo";
    private static final int DEALS = 8;

    private final ApiClient api;

    CrmBackEnd(ApiClient api) {
        this.api = api;
    }

    /** Lets pages of these origins carry the box, and makes the node that it asks about when it is missing. */
    void prepare(List<String> origins) {
        api.patch("/tenant", Map.of("embedOrigins", origins));
        api.ensure("/nodes/" + NODE, "/nodes",
                Map.of("key", NODE, "scene", "b2b-pipeline", "table", "deal-actions", "name",
                        "产品演示", "why", "演示讲到客户自己的问题，商机才走得下去", "trigger", Map.of("kind", "manual")));
    }

    /** Some deals that are being followed. */
    List<Map<String, String>> deals() {
        List<Map<String, String>> deals = new ArrayList<>();
        for (JsonNode object : api.get("/objects/opportunity?limit=500").get("items")) {
            JsonNode fields = object.path("fields");
            if (deals.size() < DEALS && fields.path("stage").asString("").equals("Engaging") && fields.has("account"))
                deals.add(deal(object, fields));
        }
        return deals;
    }

    private static Map<String, String> deal(JsonNode object, JsonNode fields) {
        Map<String, String> deal = new LinkedHashMap<>();
        deal.put("id", object.path("externalId").asString());
        deal.put("name", object.path("name").asString());
        deal.put("owner", object.path("owner").path("name").asString(""));
        deal.put("actor", object.path("owner").path("code").asString(""));
        for (String key : List.of("account", "product", "engaged"))
            deal.put(key, fields.path(key).asString(""));
        return deal;
    }

    /** A ticket for the box on a page of that origin, as JSON. */
    String ticket(Map<String, String> deal, String origin) {
        return api
                .post("/embed-tickets", Map.of("node", NODE, "actor", deal.getOrDefault("actor", ""), "origin", origin,
                        "object", Map.of("type", "opportunity", "externalId", deal.getOrDefault("id", ""))))
                .toString();
    }
}

package io.huoji.platform.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.huoji.testkit.Answer;
import io.huoji.testkit.Api;
import io.huoji.testkit.Company;
import io.huoji.testkit.HuojiTest;
import io.huoji.testkit.TestClock;
import io.huoji.testkit.World;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One condition tree means the same when a record is found and when it is judged before it is stored; the browser reads the same cases. */
@HuojiTest
class ConditionsTest {

    private static final JsonMapper JSON = new JsonMapper();

    private static final int PER_TABLE = 90;

    @Autowired World world;
    @Autowired TestClock clock;

    @AfterEach
    void realTime() {
        clock.reset();
    }

    @Test
    void theDatabaseFindsWhatHolds() throws IOException {
        clock.set(Instant.parse("2026-11-25T04:00:00Z"));
        JsonNode told = cases();
        Api admin = admin();
        makeTable(admin, "cases", told.path("fields"));
        Map<JsonNode, String> ids = new HashMap<>();
        List<JsonNode> wrong = new ArrayList<>();
        for (JsonNode one : told.path("cases")) {
            String id = ids.computeIfAbsent(one.path("values"),
                    values -> submit(admin, "cases", values).expect(201).at("id"));
            String filter = URLEncoder.encode(one.path("if").toString(), StandardCharsets.UTF_8);
            boolean found = admin.get("/tables/cases/records?limit=500&filter=" + filter).expect(200).items().stream()
                    .anyMatch(record -> record.path("id").asString().equals(id));
            if (found != one.path("holds").asBoolean())
                wrong.add(one);
        }
        assertThat(wrong).isEmpty();
    }

    /** For each case a field that is required when its condition holds: what a record without any of them is refused for. */
    @Test
    void theGateAsksForWhatHolds() throws IOException {
        clock.set(Instant.parse("2026-11-25T04:00:00Z"));
        JsonNode told = cases();
        List<JsonNode> all = told.path("cases").valueStream().toList();
        Api admin = admin();
        List<JsonNode> wrong = new ArrayList<>();
        for (int from = 0; from < all.size(); from += PER_TABLE) {
            List<JsonNode> some = all.subList(from, Math.min(from + PER_TABLE, all.size()));
            makeTable(admin, "cases-" + from, withMarkers(told.path("fields"), some));
            Map<JsonNode, List<String>> refusals = new HashMap<>();
            for (int i = 0; i < some.size(); i++) {
                String table = "cases-" + from;
                List<String> asked = refusals.computeIfAbsent(some.get(i).path("values"),
                        values -> submit(admin, table, values).problems());
                if (asked.contains("fields.marker-" + i + ":missing") != some.get(i).path("holds").asBoolean())
                    wrong.add(some.get(i));
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static JsonNode cases() throws IOException {
        try (InputStream file = Objects.requireNonNull(ConditionsTest.class.getResourceAsStream("/conditions.json"))) {
            return JSON.readTree(file);
        }
    }

    private Api admin() {
        Company company = world.newTenant();
        company.staff("li-lei", "hq");
        company.unit("north", "region");
        return company.admin();
    }

    private static void makeTable(Api admin, String key, JsonNode fields) {
        ObjectNode table = JSON.createObjectNode().put("key", key).put("name", "情形");
        admin.post("/tables", table.set("fields", fields).toString()).expect(201);
    }

    private static ArrayNode withMarkers(JsonNode fields, List<JsonNode> cases) {
        ArrayNode all = ((ArrayNode) fields).deepCopy();
        for (int i = 0; i < cases.size(); i++) {
            ObjectNode config = JSON.createObjectNode();
            config.set("requiredWhen", cases.get(i).path("if"));
            all.addObject().put("key", "marker-" + i).put("name", "记号").put("type", "text").set("config", config);
        }
        return all;
    }

    private static Answer submit(Api admin, String table, JsonNode values) {
        return admin.post("/tables/" + table + "/records", JSON.createObjectNode().set("fields", values).toString());
    }
}

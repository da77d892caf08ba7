package io.huoji.platform.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.huoji.platform.access.Permission;
import io.huoji.platform.tenant.TenantTransactions;
import io.huoji.testkit.Answer;
import io.huoji.testkit.Api;
import io.huoji.testkit.HuojiTest;
import io.huoji.testkit.World;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@HuojiTest
class RecordHistoryTest {

    @Autowired World world;
    @Autowired JdbcClient jdbc;
    @Autowired TenantTransactions transactions;
    private VisitTable visits;
    private Api admin;

    @BeforeEach
    void visits() {
        visits = new VisitTable(world.newTenant());
        admin = visits.admin;
    }

    private String visit(Object... more) {
        return visits.submit(VisitTable.visit("一", more)).expect(201).at("id");
    }

    private void change(String id, Map<String, Object> fields) {
        admin.patch("/records/" + id, Map.of("fields", fields)).expect(200);
    }

    private List<JsonNode> history(String id) {
        return admin.get("/records/" + id + "/history").expect(200).items();
    }

    @Test
    void saysEachChangeInWordsAndByWhatWayItCame() {
        String id = visit("level", "MET");
        admin.patch("/records/" + id + "?grid=true", Map.of("fields", Map.of("who", "nora", "sort", "a"))).expect(200);
        visits.company.token().patch("/records/" + id, Map.of("fields", Map.of("note", "从接口改"))).expect(200);
        List<JsonNode> history = history(id);
        assertThat(history).extracting(it -> it.path("source").asString()).containsExactly("api", "grid", "form");
        assertThat(history.get(1).path("changes").get(0).path("from").path("name").asString()).isEqualTo("moses");
        assertThat(history.get(1).path("changes").get(0).path("to").path("name").asString()).isEqualTo("nora");
        assertThat(history.get(1).at("/actor/code").asString()).isEqualTo("admin");
    }

    @Test
    void goesBackToAVersionByANewOneAndForthAgain() {
        String id = visit("note", "甲", "budget", "12.5", "guest", "nora", "team", "east", "tags", List.of("a", "b"));
        JsonNode first = admin.get("/records/" + id).json().path("fields");
        change(id, Map.of("note", "乙", "budget", "99", "guest", "moses", "tags", List.of("c")));
        change(id, new java.util.HashMap<>(java.util.Collections.singletonMap("team", null)));
        change(id, Map.of("who", "nora", "share", "0.5"));
        JsonNode last = admin.get("/records/" + id).json().path("fields");
        String path = "/records/" + id + "/history/";
        admin.with("If-Match", "\"3\"").post(path + "1:restore").expect(412);
        Answer back = admin.with("If-Match", "\"4\"").post(path + "1:restore").expect(200);
        assertThat(back.at("/version")).isEqualTo("5");
        assertThat(back.json().path("fields")).isEqualTo(first);
        JsonNode newest = history(id).getFirst();
        assertThat(newest.path("revertsTo").asLong()).isEqualTo(1);
        assertThat(newest.path("act").asString()).isEqualTo("updated");
        assertThat(admin.post(path + "4:restore").expect(200).json().path("fields")).isEqualTo(last);
        assertThat(admin.post(path + "6:restore").expect(200).at("/version")).as("nothing to do").isEqualTo("6");
    }

    @Test
    void refusesAVersionThatWouldNotBeAcceptedToday() {
        String id = visit("note", "甲");
        change(id, Map.of("title", "二", "note", "乙"));
        visits.submit(VisitTable.visit("一")).expect(201);
        assertThat(admin.post("/records/" + id + "/history/1:restore").expect(422).problems())
                .containsExactly("fields.title:not-unique");
        assertThat(admin.get("/records/" + id).at("/version")).isEqualTo("2");
        admin.post("/records/" + id + "/history/3:restore").expect(404);
        admin.post("/records/" + id + "/history/0:restore").expect(404);
        admin.post("/records/" + id + "/history/x:restore").expect(400);
    }

    @Test
    void letsOnlyThoseGoBackWhoMayChangeTheRecordThenAndNow() {
        String id = visit("who", "li-lei");
        change(id, Map.of("who", "moses"));
        String restore = "/records/" + id + "/history/1:restore";
        visits.company.as("moses").post(restore).expect(403);
        visits.company.as("li-lei").post(restore).expect(404);
        visits.company.token(Permission.RECORDS_READ).post(restore).expect(403);
        world.newTenant().admin().post(restore).expect(404);
        admin.post(restore).expect(200);
    }

    @Test
    void saysValuesOfATypeThatTheFieldHadBefore() {
        String id = visit();
        change(id, Map.of("note", "乙"));
        transactions.run(visits.company.tenant(), () -> jdbc.sql("""
                update record_history set changes = '{"guest": {"from": "某人", "to": 5}, "met": {"to": "昨天"},
                "budget": {"to": [1]}, "count": {"from": {"a": 1}}}'
                where tenant_id = ? and record_id = cast(? as uuid) and version = 2
                """).params(visits.company.tenant().value(), id).update());
        JsonNode changes = history(id).getFirst().path("changes");
        assertThat(changes).hasSize(4);
        assertThat(changes.toString()).contains("某人", "昨天");
        assertThat(admin.post("/records/" + id + "/history/1:restore").expect(422).problems())
                .contains("fields.guest:unknown-person");
    }

    @Test
    void walksThroughAllVersions() {
        String id = visit();
        for (int n = 0; n < 7; n++)
            change(id, Map.of("count", n + 10));
        Answer page = admin.get("/records/" + id + "/history?limit=5").expect(200);
        Answer rest = admin.get("/records/" + id + "/history?limit=5&cursor=" + page.at("nextCursor")).expect(200);
        assertThat(page.items()).extracting(it -> it.path("version").asInt()).containsExactly(8, 7, 6, 5, 4);
        assertThat(rest.items()).extracting(it -> it.path("version").asInt()).containsExactly(3, 2, 1);
        assertThat(rest.json().has("nextCursor")).isFalse();
        admin.get("/records/" + id + "/history?cursor=x").expect(400);
    }
}

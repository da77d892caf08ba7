package io.huoji.performance.action;

import static io.huoji.performance.action.ActionWorld.cadence;
import static io.huoji.performance.action.ActionWorld.onEvent;
import static org.assertj.core.api.Assertions.assertThat;

import io.huoji.testkit.Api;
import io.huoji.testkit.HuojiTest;
import io.huoji.testkit.World;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HuojiTest
class AnchorWorkTest {

    @Autowired World testWorld;
    ActionWorld world;
    Api admin;

    @BeforeEach
    void aCompany() {
        world = new ActionWorld(testWorld.newTenant());
        admin = world.admin;
    }

    @Test
    void refusesWhoMayNotAnchor() {
        world.company.nobody().get("/nodes").expect(401);
        world.company.as("moses").post("/scenes", Map.of("name", "x")).expect(403);
        world.company.as("moses").post("/nodes", Map.of("name", "x")).expect(403);
        world.company.as("moses").get("/nodes").expect(200);
    }

    @Test
    void namesEverythingThatIsWrongWithANode() {
        var answer = admin.post("/nodes", Map.of("key", "Bad Key", "table", "nowhere", "scene", "nowhere", "name", " ",
                "trigger", Map.of("kind", "event", "type", "unheard.of", "dueAfter", "P0D"), "assignee",
                Map.of("kind", "role", "role", "nobody"), "grace", "-PT1H", "weight", -1, "evidence",
                List.of(Map.of("kind", "smell", "min", 0)), "validFrom", "2026-02-30"));
        assertThat(answer.expect(422).problems()).containsExactlyInAnyOrder("key:bad-key", "table:unknown-table",
                "scene:unknown-scene", "name:required", "trigger.type:unknown-event-type",
                "trigger.dueAfter:not-a-duration", "assignee.role:unknown-role", "grace:not-a-duration",
                "weight:out-of-range", "evidence[0].kind:not-one-of", "evidence[0].min:out-of-range",
                "validFrom:not-a-date");
        assertThat(admin.get("/nodes").items()).isEmpty();
    }

    @Test
    void refusesTriggersThatAreNotThereYet() {
        for (var kind : List.of("node", "date")) {
            assertThat(world.node("later", Map.of("kind", kind)).expect(422).problems())
                    .containsExactly("trigger.kind:trigger-not-yet");
        }
        assertThat(world.node("later", Map.of("kind", "moon")).expect(422).problems())
                .containsExactly("trigger.kind:not-one-of");
        assertThat(world.node("often", cadence(0, "week")).expect(422).problems())
                .containsExactly("trigger.times:out-of-range");
        assertThat(world.node("often", cadence(1, "year")).expect(422).problems())
                .containsExactly("trigger.per:not-one-of");
        assertThat(world.node("odd", cadence(1, "week"), "assignee", Map.of("kind", "eventActor")).expect(422)
                .problems()).containsExactly("assignee.kind:assignee-needs-event");
    }

    @Test
    void refusesPropertiesItDoesNotKnow() {
        assertThat(world.node("x", Map.of("kind", "manual"), "colour", "red").expect(400).problems())
                .containsExactly("colour:unknown-property");
        world.node("x", Map.of("kind", "event", "type", "opportunity.engaged", "dueAfter", "P1D", "after", 1))
                .expect(400);
        admin.post("/nodes", "[]").expect(400);
    }

    @Test
    void wantsAnActionTable() {
        admin.post("/tables", Map.of("key", "notes", "name", "Notes")).expect(201);
        assertThat(admin.post("/nodes", Map.of("name", "x", "table", "notes")).expect(422).problems())
                .containsExactly("table:no-action-table");
    }

    @Test
    void answersANodeAsTheContractSays() {
        admin.post("/scenes", Map.of("key", "b2b", "name", "B2B 商机推进")).expect(201);
        world.node("close-loop", onEvent("P90D"), "scene", "b2b", "assignee", Map.of("kind", "eventActor"), "evidence",
                List.of(Map.of("kind", "photo")), "why", "值得").expect(201);
        var node = admin.get("/nodes/close-loop").expect(200);
        assertThat(node.at("scene")).isEqualTo("b2b");
        assertThat(node.at("table")).isEqualTo("deal-actions");
        assertThat(node.at("/assignee/kind")).isEqualTo("eventActor");
        assertThat(node.at("/trigger/dueAfter")).isEqualTo("P90D");
        assertThat(node.at("grace")).isEqualTo("PT0S");
        assertThat(node.at("/evidence/0")).isEqualTo("{\"kind\":\"photo\",\"min\":1,\"mode\":\"expected\"}");
        assertThat(node.at("version")).isEqualTo("1");
        assertThat(admin.get("/scenes/b2b").at("/nodes/0/key")).isEqualTo("close-loop");
        world.node("close-loop", onEvent("P90D")).expect(409);
    }

    @Test
    void makesAVersionOfEveryEditAndNoneOfAnEcho() {
        world.node("visit", cadence(1, "week"), "assignee", Map.of("kind", "role", "role", "staff")).expect(201);
        admin.put("/nodes/visit", admin.get("/nodes/visit").json()).expect(200);
        assertThat(admin.get("/nodes/visit").at("version")).isEqualTo("1");
        admin.patch("/nodes/visit", Map.of("name", "拜访", "trigger", cadence(2, "week"))).expect(200);
        admin.with("If-Match", "\"1\"").patch("/nodes/visit", Map.of("name", "again")).expect(412);
        assertThat(admin.patch("/nodes/visit", Map.of("table", "notes", "key", "other")).expect(422).problems())
                .containsExactlyInAnyOrder("table:can-not-change", "key:can-not-change");
        var versions = admin.get("/nodes/visit/versions").expect(200).items();
        assertThat(versions).extracting(version -> version.path("version").asInt()).containsExactly(2, 1);
        assertThat(versions.getLast().at("/trigger/times").asInt()).isEqualTo(1);
        assertThat(versions.getFirst().at("/assignee/role/key").asString()).isEqualTo("staff");
    }

    @Test
    void makesANodeOfAnOptionAddedToTheActionType() {
        world.node("visit", Map.of("kind", "manual")).expect(201);
        admin.patch("/tables/deal-actions/fields/action",
                Map.of("config",
                        Map.of("options", List.of(Map.of("key", "visit", "name", "visit"), Map.of("name", "演示"),
                                Map.of("key", "call", "name", "电话")))))
                .expect(200);
        var nodes = admin.get("/nodes?table=deal-actions").expect(200).items();
        assertThat(nodes).extracting(node -> node.path("name").asString()).containsExactly("visit", "演示", "电话");
        assertThat(nodes.getLast().at("/trigger/kind").asString()).isEqualTo("manual");
        assertThat(nodes.getLast().at("/assignee/unit/code").asString()).isEqualTo("hq");
    }

    @Test
    void makesItsOptionsTogetherWithANewTable() {
        admin.post("/tables", Map.of("key", "teaching", "name", "教学", "fields", List.of(
                Map.of("key", "who", "name", "教师", "type", "person", "role", "subject"),
                Map.of("key", "when", "name", "日期", "type", "dateTime", "role", "occurredAt"),
                Map.of("key", "what", "name", "动作", "type", "node", "role", "node", "config",
                        Map.of("options", List.of("备课", "听课"))))))
                .expect(201);
        assertThat(admin.get("/nodes?table=teaching").items()).extracting(node -> node.path("name").asString())
                .containsExactly("备课", "听课");
    }

    @Test
    void keepsNodesWhenTheirSceneGoes() {
        admin.post("/scenes", Map.of("key", "b2b", "name", "B2B")).expect(201);
        world.node("visit", Map.of("kind", "manual"), "scene", "b2b").expect(201);
        admin.delete("/scenes/b2b").expect(204);
        assertThat(admin.get("/nodes/visit").json().path("scene").isNull()).isTrue();
        admin.get("/scenes/b2b").expect(404);
        admin.post("/scenes", Map.of("key", "b2b", "name", "")).expect(422);
        admin.post("/scenes", Map.of("key", "b2b", "name", "again")).expect(201);
        admin.post("/scenes", Map.of("key", "b2b", "name", "again")).expect(409);
        admin.patch("/scenes/b2b", Map.of("description", "new")).expect(200);
    }

    @Test
    void takesANodeOutOfUseAndCancelsWhatIsOpen() {
        world.node("close-loop", onEvent("P90D")).expect(201);
        world.event("old", "moses", "2017-01-02T09:00:00+08:00").expect(201);
        world.event("new", "moses", java.time.Instant.now().toString()).expect(201);
        admin.delete("/nodes/close-loop").expect(204);
        admin.get("/nodes/close-loop").expect(404);
        assertThat(world.states()).containsExactlyInAnyOrder("missed", "cancelled");
        assertThat(world.expectations("").getFirst().at("/node/key").asString()).isEqualTo("close-loop");
    }

    @Test
    void keepsTenantsApart() {
        world.node("visit", Map.of("kind", "manual")).expect(201);
        var other = testWorld.newTenant().admin();
        assertThat(other.get("/nodes").items()).isEmpty();
        other.get("/nodes/visit").expect(404);
        other.patch("/nodes/visit", Map.of("name", "mine")).expect(404);
    }
}

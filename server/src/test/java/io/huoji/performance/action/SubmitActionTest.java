package io.huoji.performance.action;

import static io.huoji.performance.action.ActionWorld.cadence;
import static io.huoji.performance.action.ActionWorld.onEvent;
import static org.assertj.core.api.Assertions.assertThat;

import io.huoji.testkit.Answer;
import io.huoji.testkit.Api;
import io.huoji.testkit.HuojiTest;
import io.huoji.testkit.TestClock;
import io.huoji.testkit.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HuojiTest
class SubmitActionTest {

    @Autowired World testWorld;
    @Autowired TestClock clock;
    ActionWorld world;
    Api admin;

    /** Noon of a Monday in Shanghai. */
    @BeforeEach
    void aNodeAfterAnEvent() {
        clock.set(Instant.parse("2026-11-23T04:00:00Z"));
        world = new ActionWorld(testWorld.newTenant());
        admin = world.admin;
        world.node("close-loop", onEvent("P90D"), "assignee", Map.of("kind", "eventActor")).expect(201);
    }

    @AfterEach
    void letTheClockRun() {
        clock.reset();
    }

    @Test
    void namesEveryMissingPieceOfEvidence() {
        world.node("visit", Map.of("kind", "manual"), "evidence", List.of(
                Map.of("kind", "photo", "min", 2, "mode", "required"), Map.of("kind", "link", "mode", "required"),
                Map.of("kind", "recording"))).expect(201);
        var answer = submit(Map.of("action", "visit")).expect(422);
        assertThat(answer.problems()).containsExactly("fields.proof:evidence-missing", "fields.proof:evidence-missing");
        assertThat(answer.text()).contains("照片").contains("链接");
        assertThat(admin.get("/tables/deal-actions/records").items()).isEmpty();
    }

    @Test
    void refusesANodeOfAnotherTableOrTime() {
        world.node("old", Map.of("kind", "manual"), "validUntil", "2026-11-20").expect(201);
        assertThat(submit(Map.of("action", "old")).expect(422).problems())
                .containsExactly("fields.action:node-not-valid");
        assertThat(submit(Map.of("action", "nothing")).expect(422).problems())
                .containsExactly("fields.action:unknown-node");
        admin.delete("/nodes/old").expect(204);
        submit(Map.of("action", "old")).expect(422);
    }

    @Test
    void meetsTheExpectationDueFirst() {
        world.event("D-1", "moses", "2026-10-01T09:00:00+08:00").expect(201);
        var record = submit(deal("D-1")).expect(201);
        assertThat(record.at("/expectation/state")).isEqualTo("done");
        assertThat(record.at("/expectation/due")).isEqualTo("2026-12-30T01:00:00Z");
        assertThat(record.json().path("unplanned").asBoolean()).isFalse();
        assertThat(world.expectations("").getFirst().path("record").asString()).isEqualTo(record.at("id"));
        var again = submit(deal("D-1")).expect(201);
        assertThat(again.json().path("unplanned").asBoolean()).isTrue();
        assertThat(again.json().has("expectation")).isFalse();
    }

    @Test
    void meetsAnEventThatIsToldLater() {
        var record = submit(deal("D-1")).expect(201);
        assertThat(record.json().path("unplanned").asBoolean()).isTrue();
        world.event("D-1", "moses", "2026-11-01T09:00:00+08:00").expect(201);
        assertThat(admin.get("/records/" + record.at("id")).at("/expectation/state")).isEqualTo("done");
    }

    @Test
    void isLateAfterNinetyDaysAtTheSameTime() {
        world.event("D-1", "moses", "2026-08-25T09:00:00+08:00").expect(201);
        assertThat(submit(deal("D-1")).expect(201).at("/expectation/state")).isEqualTo("doneLate");
    }

    @Test
    void countsFromFilingWhatIsFiledTooLate() {
        var inTime = submit(Map.of("action", "close-loop", "at", "2026-11-22T12:00:00+08:00")).expect(201);
        assertThat(inTime.at("effectiveAt")).isEqualTo("2026-11-22T12:00:00+08:00");
        assertThat(inTime.json().path("late").asBoolean()).isFalse();
        var late = submit(Map.of("action", "close-loop", "at", "2026-11-22T11:59:59+08:00")).expect(201);
        assertThat(late.at("effectiveAt")).isEqualTo("2026-11-23T12:00:00+08:00");
        assertThat(late.json().path("late").asBoolean()).isTrue();
        world.node("log", cadence(1, "day")).expect(201);
        assertThat(submit(Map.of("action", "log", "at", "2026-11-23T05:59:00+08:00")).expect(201).json().path("late")
                .asBoolean()).as("six hours of a day").isTrue();
        submit(Map.of("action", "log", "at", "2026-11-23T12:05:01+08:00")).expect(422);
    }

    @Test
    void givesTheExpectationBackWhenTheRecordGoes() {
        world.event("D-1", "moses", "2026-10-01T09:00:00+08:00").expect(201);
        var first = submit(deal("D-1")).expect(201).at("id");
        var second = submit(deal("D-1")).expect(201).at("id");
        admin.delete("/records/" + first).expect(204);
        assertThat(closer()).isEqualTo(second);
        admin.post("/records/" + first + ":restore").expect(200);
        assertThat(closer()).isEqualTo(first);
        admin.patch("/records/" + first, Map.of("fields", Map.of("deal", Map.of("type", "opportunity", "externalId",
                "D-2")))).expect(422);
        world.event("D-2", "li-lei", "2026-10-01T09:00:00+08:00").expect(201);
        admin.patch("/records/" + first, Map.of("fields", Map.of("deal", "D-2"))).expect(200);
        assertThat(closer()).isEqualTo(second);
        admin.patch("/records/" + second, Map.of("fields", Map.of("person", "li-lei"))).expect(200);
        assertThat(closer()).isEqualTo("null");
    }

    @Test
    void takesAnImportAtItsWord() {
        world.event("D-1", "moses", "2017-01-02T09:00:00+08:00").expect(201);
        world.event("D-2", "moses", "2017-01-02T09:00:00+08:00").expect(201);
        var items = List.of(imported("D-2", "2017-04-02T09:00:01+08:00"), imported("D-1", "2017-04-02T09:00:00+08:00"));
        var answer = admin.post("/tables/deal-actions/records:batch", Map.of("import", true, "items", items))
                .expect(200);
        assertThat(answer.items()).extracting(item -> item.path("status").asString()).containsOnly("201");
        assertThat(world.expectations("&sort=due")).extracting(row -> row.path("state").asString())
                .containsExactlyInAnyOrder("done", "doneLate");
        var record = admin.get("/records/" + answer.items().getFirst().path("id").asString());
        assertThat(record.at("effectiveAt")).isEqualTo("2017-04-02T09:00:01+08:00");
        assertThat(record.json().path("late").asBoolean()).isFalse();
        assertThat(admin.get("/objects/opportunity/D-1").at("/actions/0/level")).isEqualTo("MET");
        assertThat(admin.get("/objects/opportunity/D-1").at("/expectations/0/state")).isEqualTo("done");
    }

    @Test
    void keepsTheVersionUnderWhichItWasDone() {
        world.node("visit", Map.of("kind", "manual"), "evidence", List.of(Map.of("kind", "link"))).expect(201);
        var id = submit(Map.of("action", "visit")).expect(201).at("id");
        admin.patch("/nodes/visit", Map.of("evidence", List.of(Map.of("kind", "link", "mode", "required"))))
                .expect(200);
        admin.patch("/records/" + id, Map.of("fields", Map.of("quality", "IMPROVE"))).expect(200);
        submit(Map.of("action", "visit")).expect(422);
        submit(Map.of("action", "visit", "proof", List.of(Map.of("kind", "link", "url", "https://example.com/a"))))
                .expect(201);
    }

    @Test
    void closesEachExpectationOnceWhenAllComeAtOnce() throws Exception {
        world.node("visit", Map.of("kind", "manual")).expect(201);
        for (int i = 0; i < 4; i++) {
            admin.post("/expectations", Map.of("node", "visit", "subject", "moses", "due",
                    "2026-11-2%dT10:00:00+08:00".formatted(4 + i))).expect(201);
        }
        List<Callable<Answer>> calls = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            calls.add(() -> submit(Map.of("action", "visit")));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var run : threads.invokeAll(calls)) {
                run.get().expect(201);
            }
        }
        var closers = world.expectations("").stream().map(row -> row.path("record").asString()).distinct().toList();
        assertThat(closers).hasSize(4).doesNotContain("null");
    }

    private String closer() {
        var row = world.expectations("").stream()
                .filter(item -> item.at("/object/externalId").asString("").equals("D-1")).findFirst().orElseThrow();
        return row.path("record").isNull() ? "null" : row.path("record").asString();
    }

    private static Map<String, Object> deal(String id) {
        return Map.of("action", "close-loop", "deal", id);
    }

    private static Map<String, Object> imported(String deal, String at) {
        return Map.of("externalId", deal + ":closed", "fields", Map.of("person", "moses", "at", at, "action",
                "close-loop", "quality", "MET", "deal", Map.of("type", "opportunity", "externalId", deal)));
    }

    /** By the admin for moses, now, rated MET, unless said otherwise. */
    private Answer submit(Map<String, Object> fields) {
        Map<String, Object> all = new HashMap<>(Map.of("person", "moses", "at", "2026-11-23T12:00:00+08:00", "quality",
                "MET"));
        all.putAll(fields);
        if (all.containsKey("deal")) {
            admin.post("/objects/opportunity:batch", Map.of("items", List.of(Map.of("externalId", all.get("deal")))))
                    .expect(200);
        }
        return admin.post("/tables/deal-actions/records", Map.of("fields", all));
    }
}

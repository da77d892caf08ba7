package io.huoji.performance.action;

import static io.huoji.performance.action.ActionWorld.cadence;
import static io.huoji.performance.action.ActionWorld.onEvent;
import static org.assertj.core.api.Assertions.assertThat;

import io.huoji.testkit.Api;
import io.huoji.testkit.HuojiTest;
import io.huoji.testkit.TestClock;
import io.huoji.testkit.World;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/**
 * A single submission takes two round trips when it is the newest of its group; a batch goes step by step. Random histories of
 * events, submissions, edits and deletions, told to one company one way and to another the other way, leave the same behind.
 */
@HuojiTest
class ShortWayTest {

    private static final Instant NOW = Instant.parse("2026-11-23T04:00:00Z");
    private static final List<String> PEOPLE = List.of("moses", "li-lei");

    @Autowired World world;
    @Autowired TestClock clock;

    /** How a company is told of a new action. */
    private interface Way {
        void submit(Api admin, Map<String, Object> record);
    }

    @AfterEach
    void letTheClockRun() {
        clock.reset();
    }

    @RepeatedTest(5)
    void bothWaysLeaveTheSame(RepetitionInfo round) {
        clock.set(NOW);
        var single = history(round.getCurrentRepetition(),
                (admin, record) -> admin.post("/tables/deal-actions/records", record).expect(201));
        var batch = history(round.getCurrentRepetition(),
                (admin, record) -> assertThat(admin.post("/tables/deal-actions/records:batch",
                        Map.of("items", List.of(record))).expect(200).at("/items/0/status")).isEqualTo("201"));
        assertThat(single).isEqualTo(batch);
        assertThat(single.toString()).contains("done");
    }

    private Map<String, String> history(int seed, Way way) {
        var company = new ActionWorld(world.newTenant());
        company.node("close-loop", onEvent("P20D"), "assignee", Map.of("kind", "eventActor")).expect(201);
        company.node("log", cadence(1, "week")).expect(201);
        company.admin.post("/objects/opportunity:batch", Map.of("items",
                IntStream.range(0, 8).mapToObj(it -> Map.of("externalId", "D-" + it)).toList())).expect(200);
        var random = new Random(seed);
        for (int step = 0; step < 40; step++) {
            String deal = "D-" + random.nextInt(8);
            String person = PEOPLE.get(random.nextInt(2));
            String at = NOW.minus(Duration.ofHours(random.nextInt(70 * 24))).toString();
            int kind = random.nextInt(10);
            if (kind < 3)
                company.event(deal, person, at);
            else if (kind < 8)
                way.submit(company.admin, action(step, deal, person,
                        NOW.minus(Duration.ofMinutes(random.nextInt(30 * 60))).toString(), random));
            else
                touch(company.admin, random);
        }
        return left(company.admin);
    }

    private static Map<String, Object> action(int step, String deal, String person, String at, Random random) {
        Map<String, Object> fields = new HashMap<>(Map.of("person", person, "at", at, "quality",
                random.nextBoolean() ? "MET" : "IMPROVE", "action", random.nextInt(4) == 0 ? "log" : "close-loop"));
        if (random.nextInt(4) > 0)
            fields.put("deal", deal);
        fields.put("proof", List.of(Map.of("kind", "link", "url", "https://example.com/" + step)));
        return Map.of("externalId", "r-" + step, "fields", fields);
    }

    /** Changes or deletes one of what is there. */
    private static void touch(Api admin, Random random) {
        var records = records(admin);
        int place = random.nextInt(Math.max(1, records.size()));
        boolean deletes = random.nextBoolean();
        if (records.isEmpty())
            return;
        String id = List.copyOf(records.values()).get(place).path("id").asString();
        if (deletes)
            admin.delete("/records/" + id).expect(204);
        else
            admin.patch("/records/" + id, Map.of("fields", Map.of("quality", "SUPPORT"))).expect(200);
    }

    private static Map<String, JsonNode> records(Api admin) {
        Map<String, JsonNode> records = new TreeMap<>();
        admin.get("/tables/deal-actions/records?limit=500").expect(200).items()
                .forEach(it -> records.put(it.path("externalId").asString(), it));
        return records;
    }

    /** Everything that can be seen, with names in the place of ids that are made anew each time. */
    private static Map<String, String> left(Api admin) {
        Map<String, String> left = new TreeMap<>();
        records(admin).forEach((name, record) -> {
            left.put(name, "%s %s %s %s %s %s".formatted(record.at("/fields/quality"), record.path("version"),
                    record.path("effectiveAt"), record.path("late"), record.path("unplanned"),
                    record.at("/expectation/state")));
            left.put(name + " history", admin.get("/records/" + record.path("id").asString() + "/history").expect(200)
                    .json().findValuesAsString("act").toString());
        });
        Map<String, String> names = new HashMap<>();
        records(admin).forEach((name, record) -> names.put(record.path("id").asString(), name));
        admin.get("/expectations?limit=500").expect(200).items().forEach(it -> left.merge(
                "%s %s %s".formatted(it.at("/node/key"), it.at("/subject/code"), it.path("due")),
                "%s by %s".formatted(it.path("state"), names.get(it.path("record").asString(""))),
                (one, other) -> one.compareTo(other) < 0 ? one + other : other + one));
        return left;
    }
}

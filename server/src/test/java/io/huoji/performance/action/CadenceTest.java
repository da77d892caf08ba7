package io.huoji.performance.action;

import static io.huoji.performance.action.ActionWorld.cadence;
import static org.assertj.core.api.Assertions.assertThat;

import io.huoji.platform.event.Events;
import io.huoji.platform.tenant.Tenants;
import io.huoji.testkit.Eventually;
import io.huoji.testkit.HuojiTest;
import io.huoji.testkit.TestClock;
import io.huoji.testkit.World;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HuojiTest
class CadenceTest {

    @Autowired World testWorld;
    @Autowired TestClock clock;
    @Autowired CadenceWriter writer;
    @Autowired DeadlineSweep sweep;
    @Autowired Events events;
    @Autowired Tenants tenants;
    ActionWorld world;

    /** Monday 23 November 2026, noon in Shanghai. */
    @BeforeEach
    void aMonday() {
        clock.set(Instant.parse("2026-11-23T04:00:00Z"));
        world = new ActionWorld(testWorld.newTenant());
    }

    @AfterEach
    void letTheClockRun() {
        clock.reset();
    }

    private int tickAt(String instant) {
        clock.set(Instant.parse(instant));
        return writer.tick(world.company.tenant());
    }

    private void daily(Object... more) {
        world.node("log", cadence(1, "day"), more).expect(201);
    }

    private static final Map<String, Object> STAFF = Map.of("kind", "role", "role", "staff");

    @Test
    void startsWithTheNextPeriod() {
        daily("assignee", STAFF);
        assertThat(tickAt("2026-11-23T15:59:59Z")).isZero();
        assertThat(tickAt("2026-11-23T16:00:00Z")).isEqualTo(2);
        var row = world.expectations("").getFirst();
        assertThat(row.path("opens").asString()).isEqualTo("2026-11-23T16:00:00Z");
        assertThat(row.path("due").asString()).isEqualTo("2026-11-24T16:00:00Z");
        assertThat(row.path("closes").asString()).isEqualTo("2026-11-25T16:00:00Z");
        assertThat(row.path("countsOn").asString()).isEqualTo("2026-11-24");
        assertThat(row.path("state").asString()).isEqualTo("open");
        assertThat(tickAt("2026-11-23T16:00:01Z")).isZero();
    }

    @Test
    void findsEveryPeriodMissedInThreeDaysOfDowntime() {
        daily("assignee", STAFF);
        assertThat(tickAt("2026-11-23T16:00:00Z")).isEqualTo(2);
        assertThat(tickAt("2026-11-26T17:00:00Z")).isEqualTo(6);
        assertThat(world.expectations("&filter={\"field\":\"state\",\"op\":\"eq\",\"value\":\"missed\"}"
                .replace("\"", "%22").replace("{", "%7B").replace("}", "%7D"))).hasSize(6);
        assertThat(tickAt("2026-11-26T17:00:00Z")).isZero();
    }

    @Test
    void expectsNothingOfTheDaysAfterATrialNotEvenOnceItIsExtended() {
        world = new ActionWorld(testWorld.newTrial());
        daily("assignee", STAFF);
        assertThat(tickAt("2026-11-30T04:00:00Z")).as("24 to 30 November, the last day of the trial").isEqualTo(14);
        assertThat(tickAt("2026-12-02T04:00:00Z")).isZero();
        var register = testWorld.register();
        register.convert(register.find(world.company.tenant().toString()));
        Eventually.holds(() -> tenants.byId(world.company.tenant()).trialUntil() == null);
        assertThat(tickAt("2026-12-02T04:00:00Z")).isZero();
        assertThat(tickAt("2026-12-02T17:00:00Z")).as("3 December").isEqualTo(2);
    }

    @Test
    void goesBackToTheDayFromWhichANodeIsValid() {
        world.node("visit", cadence(2, "week"), "assignee", STAFF, "validFrom", "2026-11-10", "validUntil",
                "2026-11-20").expect(201);
        assertThat(tickAt("2026-11-23T04:00:00Z")).as("one whole week, two people, twice each").isEqualTo(4);
        assertThat(world.expectations("")).allMatch(row -> row.path("countsOn").asString().equals("2026-11-22"));
        assertThat(tickAt("2026-12-23T04:00:00Z")).isZero();
    }

    @Test
    void expectsNothingOfWhoJoinsDuringAPeriod() {
        daily("assignee", Map.of("kind", "unit", "unit", "east"));
        assertThat(tickAt("2026-11-23T16:00:00Z")).as("moses and melvin").isEqualTo(2);
        world.company.staff("joiner", "east");
        assertThat(tickAt("2026-11-24T03:00:00Z")).isZero();
        assertThat(tickAt("2026-11-24T16:00:00Z")).isEqualTo(3);
    }

    @Test
    void cancelsWhatIsOpenOfALeaver() {
        daily("assignee", STAFF);
        tickAt("2026-11-24T16:00:00Z");
        world.admin.patch("/people/moses", Map.of("active", false)).expect(200);
        events.drain(world.company.tenant());
        assertThat(states("moses")).containsExactlyInAnyOrder("missed", "cancelled");
        assertThat(tickAt("2026-11-25T16:00:00Z")).isEqualTo(1);
    }

    @Test
    void movesOpenExpectationsWithATransferAndLeavesHistory() {
        daily("assignee", Map.of("kind", "person", "person", "moses"));
        tickAt("2026-11-24T16:00:00Z");
        world.admin.post("/people/moses:transfer", Map.of("unit", "west", "from", "2026-11-25")).expect(200);
        events.drain(world.company.tenant());
        assertThat(world.expectations("&sort=countsOn")).extracting(row -> row.at("/unit/code").asString())
                .containsExactly("east", "west");
    }

    @Test
    void takesAnEditedCadenceFromTheNextPeriodOn() {
        world.node("visit", cadence(1, "week"), "assignee", STAFF, "validFrom", "2026-11-23").expect(201);
        assertThat(tickAt("2026-11-23T04:00:00Z")).isEqualTo(2);
        world.admin.patch("/nodes/visit", Map.of("trigger", cadence(3, "week"))).expect(200);
        assertThat(tickAt("2026-11-24T04:00:00Z")).isZero();
        assertThat(tickAt("2026-11-29T16:00:00Z")).isEqualTo(6);
        assertThat(world.expectations("&sort=-opens").getFirst().path("nodeVersion").asInt()).isEqualTo(2);
    }

    @Test
    void showsEachWhatTheyMayKnow() {
        daily("assignee", STAFF);
        tickAt("2026-11-23T16:00:00Z");
        assertThat(world.company.as("moses").get("/expectations").items()).hasSize(1);
        assertThat(world.company.as("melvin").get("/expectations").items()).hasSize(1);
        assertThat(world.company.as("melvin").get("/expectations?mine=true").items()).isEmpty();
        var foreign = world.expectations("").stream()
                .filter(row -> row.at("/subject/code").asString().equals("li-lei")).findFirst().orElseThrow();
        world.company.as("moses").get("/expectations/" + foreign.path("id").asString()).expect(404);
        world.company.as("melvin").post("/expectations/" + foreign.path("id").asString() + ":waive",
                Map.of("reason", "x")).expect(404);
    }

    @Test
    void waivesForAReasonButNeverForOneself() {
        daily("assignee", Map.of("kind", "unit", "unit", "east"));
        tickAt("2026-11-23T16:00:00Z");
        var lead = world.company.as("melvin");
        var ofMoses = "/expectations/" + id("moses");
        world.company.as("moses").post(ofMoses + ":waive", Map.of("reason", "ill")).expect(403);
        assertThat(lead.post("/expectations/" + id("melvin") + ":waive", Map.of("reason", "ill")).expect(422)
                .problems()).containsExactly(":not-by-oneself");
        assertThat(lead.post(ofMoses + ":waive", Map.of("reason", " ")).expect(422).problems())
                .containsExactly("reason:required");
        var waived = lead.post(ofMoses + ":waive", Map.of("reason", "ill")).expect(200);
        assertThat(waived.at("state")).isEqualTo("exempt");
        assertThat(waived.at("/exempt/by/code")).isEqualTo("melvin");
        assertThat(lead.post(ofMoses + ":unwaive").expect(200).at("state")).isEqualTo("open");
    }

    @Test
    void listsByPageFilterAndOrder() {
        daily("assignee", STAFF);
        tickAt("2026-11-30T16:00:00Z");
        var first = world.admin.get("/expectations?sort=-due&limit=10&total=true").expect(200);
        assertThat(first.items()).hasSize(10);
        assertThat(first.at("total")).isEqualTo("16");
        var rest = world.admin.get("/expectations?sort=-due&limit=10&cursor=" + first.at("nextCursor")).expect(200);
        assertThat(rest.items()).hasSize(6);
        assertThat(rest.items()).doesNotContainAnyElementsOf(first.items());
        assertThat(rest.json().hasNonNull("nextCursor")).isFalse();
        world.admin.get("/expectations?sort=colour").expect(400);
        world.admin.get("/expectations?cursor=nonsense").expect(400);
        world.admin.get("/expectations?limit=501").expect(400);
        for (var wrong : List.of("{\"field\":\"colour\",\"op\":\"eq\",\"value\":1}",
                "{\"field\":\"state\",\"op\":\"eq\",\"value\":\"blue\"}",
                "{\"field\":\"state\",\"op\":\"contains\",\"value\":\"open\"}",
                "{\"field\":\"due\",\"op\":\"lt\",\"value\":\"soon\"}", "{\"and\":1}")) {
            filtered(wrong).expect(400);
        }
        assertThat(filtered("""
                {"and":[{"field":"subject","op":"in","value":["moses","li-lei"]},
                {"field":"unit","op":"inOrBelow","value":"hq"},{"field":"node","op":"eq","value":"log"},
                {"field":"countsOn","op":"thisWeek"},{"or":[{"field":"state","op":"eq","value":"open"},
                {"field":"due","op":"ge","value":"2026-11-01T00:00:00Z"}]},{"field":"object","op":"isEmpty"}]}
                """).expect(200).items()).as("Monday and Tuesday, two people").hasSize(4);
    }

    @Test
    void tellsOfDeadlinesThatPass() {
        daily("assignee", STAFF);
        tickAt("2026-11-23T16:00:00Z");
        events.drain(world.company.tenant());
        assertThat(sweep.tell(Instant.parse("2026-11-24T15:00:00Z"), Instant.parse("2026-11-24T15:59:59Z"))).isZero();
        assertThat(sweep.tell(Instant.parse("2026-11-24T15:59:59Z"), Instant.parse("2026-11-24T16:00:00Z")))
                .isPositive();
    }

    @Test
    void showsWhatOnePersonHasToDo() {
        daily("assignee", STAFF);
        world.node("visit", Map.of("kind", "manual")).expect(201);
        tickAt("2026-11-24T16:00:00Z");
        var todo = world.company.as("moses").get("/todo").expect(200);
        assertThat(todo.at("today")).isEqualTo("2026-11-25");
        assertThat(todo.items()).extracting(item -> item.path("state").asString()).containsExactly("missed", "open");
        assertThat(todo.at("/week/1")).isEqualTo("{\"day\":\"2026-11-24\",\"open\":1}");
        assertThat(todo.json().path("nodes").valueStream().map(node -> node.path("key").asString()).toList())
                .containsExactly("log", "visit");
        assertThat(world.company.token().get("/todo").status()).isEqualTo(200);
    }

    @Test
    void letsALeadAskOnePersonForOneAction() {
        world.node("visit", Map.of("kind", "manual")).expect(201);
        var lead = world.company.as("melvin");
        assertThat(lead.post("/expectations", Map.of("node", "nothing", "subject", "li-lei")).expect(422).problems())
                .containsExactlyInAnyOrder("node:unknown-node", "subject:unknown-person", "due:required");
        var task = Map.of("node", "visit", "subject", "moses", "due", "2026-11-25T10:00:00+08:00");
        world.company.as("moses").post("/expectations", task).expect(403);
        assertThat(lead.post("/expectations", task).expect(201).at("countsOn")).isEqualTo("2026-11-25");
        lead.post("/expectations", Map.of("node", "visit", "subject", "moses", "due", "2026-11-22T10:00:00+08:00"))
                .expect(422);
    }

    private io.huoji.testkit.Answer filtered(String filter) {
        return world.admin.get("/expectations?filter="
                + java.net.URLEncoder.encode(filter, java.nio.charset.StandardCharsets.UTF_8));
    }

    private String id(String person) {
        return world.expectations("").stream().filter(row -> row.at("/subject/code").asString().equals(person))
                .findFirst().orElseThrow().path("id").asString();
    }

    private List<String> states(String person) {
        return world.expectations("").stream().filter(row -> row.at("/subject/code").asString().equals(person))
                .map(row -> row.path("state").asString()).toList();
    }
}

package io.huoji.performance.business;

import static org.assertj.core.api.Assertions.assertThat;

import io.huoji.platform.access.Permission;
import io.huoji.testkit.Answer;
import io.huoji.testkit.Api;
import io.huoji.testkit.Company;
import io.huoji.testkit.HuojiTest;
import io.huoji.testkit.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HuojiTest
class TellEventsTest {

    @Autowired World world;
    Company company;
    UUID east;
    Api admin;

    @BeforeEach
    void aCompanyWithDeals() {
        company = world.newTenant();
        admin = company.admin();
        east = company.unit("east", "region");
        company.staff("moses-frase", "east");
        admin.post("/object-types", Map.of("key", "opportunity", "name", "商机")).expect(201);
        admin.post("/event-types",
                Map.of("key", "opportunity.engaged", "name", "开始推进", "objectType", "opportunity")).expect(201);
    }

    @Test
    void refusesWhoMayNotTell() {
        company.nobody().post("/events", event("1")).expect(401);
        company.token(Permission.RECORDS_CREATE).post("/events", event("1")).expect(403);
        company.as("moses-frase").post("/events", event("1")).expect(403);
        admin.get("/objects/opportunity/D-1").expect(404);
    }

    @Test
    void namesEverythingThatIsWrongWithOneEvent() {
        var answer = admin.post("/events", Map.of("source", "crm", "id", "1", "type", "opportunity.lost", "occurredAt",
                "yesterday", "actor", "nobody", "object", Map.of("type", "ticket", "externalId", "")));
        assertThat(answer.expect(422).problems()).containsExactlyInAnyOrder("type:unknown-event-type",
                "occurredAt:not-an-instant", "actor:unknown-person", "object.type:unknown-object-type",
                "object.externalId:required");
        assertThat(answer.text()).contains("opportunity.lost");
    }

    @Test
    void refusesAPropertyItDoesNotKnow() {
        var answer = admin.post("/events", with(event("1"), "colour", "red")).expect(400);
        assertThat(answer.problems()).containsExactly("colour:unknown-property");
    }

    @Test
    void refusesTheFarFutureAndWhatCanNotBeStored() {
        var soon = Instant.now().plus(Duration.ofHours(1)).toString();
        assertThat(admin.post("/events", with(event("1"), "occurredAt", soon)).expect(422).problems())
                .containsExactly("occurredAt:in-the-future");
        assertThat(admin.post("/events", with(event("1"), "data", Map.of("a", List.of("b\0")))).expect(422).problems())
                .containsExactly("data:bad-character");
        assertThat(admin.post("/events", with(event("a\0"), "type", "opportunity.engaged")).expect(422).problems())
                .containsExactly("id:bad-character");
        admin.post("/events", "[1, null, \"x\", []]").expect(200);
        admin.post("/events", "null").expect(422);
    }

    @Test
    void takesAnEventOnceWhateverComesAfterUnderItsName() {
        admin.post("/events", event("1")).expect(201);
        assertThat(admin.post("/events", event("1")).expect(200).at("status")).isEqualTo("duplicate");
        var other = Map.of("source", "crm", "id", "1", "nonsense", true);
        assertThat(admin.post("/events", other).expect(200).at("status")).isEqualTo("duplicate");
    }

    @Test
    void answersEachEventOfAPackOnItsOwn() {
        var answer = admin.with("Accept-Language", "en").post("/events", List.of(event("1"), event("1"),
                with(event("2"), "type", "unheard-of"), event("3"))).expect(200);
        assertThat(answer.items()).extracting(item -> item.path("status").asString()).containsExactly("accepted",
                "duplicate", "rejected", "accepted");
        assertThat(answer.items().get(2).path("reason").asString())
                .isEqualTo("type: There is no event type \"unheard-of\". Make it first.");
        assertThat(answer.items().get(2).path("id").asString()).isEqualTo("2");
    }

    @Test
    void makesAndCompletesTheObjectThatItIsAbout() {
        admin.put("/objects/opportunity/D-1", Map.of("name", "Isdom", "owner", "moses-frase", "fields",
                Map.of("stage", "new"))).expect(201);
        admin.post("/events", with(event("1"), "object", Map.of("type", "opportunity", "externalId", "D-1", "fields",
                Map.of("value", 12)))).expect(201);
        var deal = admin.get("/objects/opportunity/D-1").expect(200);
        assertThat(deal.at("name")).isEqualTo("Isdom");
        assertThat(deal.at("/owner/code")).isEqualTo("moses-frase");
        assertThat(deal.at("/fields/stage")).isEqualTo("new");
        assertThat(deal.at("/fields/value")).isEqualTo("12");
        assertThat(deal.at("/events/0/type")).isEqualTo("opportunity.engaged");
        assertThat(deal.at("/events/0/actor/code")).isEqualTo("moses-frase");
    }

    @Test
    void knowsNobodyBeyondTheScopeOfAToken() {
        company.unit("west", "region");
        company.staff("li-lei", "west");
        var token = company.token(east, Permission.EVENTS_WRITE, Permission.OBJECTS_WRITE,
                Permission.OBJECTS_READ);
        token.post("/events", event("1")).expect(201);
        assertThat(token.post("/events", with(event("2"), "actor", "li-lei")).expect(422).problems())
                .containsExactly("actor:unknown-person");
        admin.put("/objects/opportunity/W-1", Map.of("name", "West", "owner", "li-lei")).expect(201);
        token.get("/objects/opportunity/W-1").expect(404);
        token.put("/objects/opportunity/W-1", Map.of("name", "Mine")).expect(404);
        assertThat(token.get("/objects/opportunity").expect(200).items()).isEmpty();
        assertThat(token.post("/events", with(event("3"), "object", Map.of("type", "opportunity", "externalId",
                "W-1"))).expect(422).problems()).containsExactly("externalId:object-beyond-scope");
    }

    @Test
    void keepsTenantsApart() {
        admin.post("/events", event("1")).expect(201);
        var other = world.newTenant();
        assertThat(other.admin().get("/object-types").expect(200).items()).isEmpty();
        other.admin().get("/objects/opportunity/D-1").expect(404);
        other.admin().post("/object-types", Map.of("key", "opportunity", "name", "Deal")).expect(201);
        other.admin().get("/objects/opportunity/D-1").expect(404);
    }

    @Test
    void takesFiveThousandAtOnceAndNotOneMore() {
        List<Object> events = new ArrayList<>();
        for (int i = 0; i < 5000; i++) {
            events.add(with(event("E" + i), "object", Map.of("type", "opportunity", "externalId", "D-" + i)));
        }
        var begun = System.nanoTime();
        assertThat(admin.post("/events", events).expect(200).items())
                .allMatch(item -> item.path("status").asString().equals("accepted"));
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(20));
        events.add(event("one more"));
        admin.post("/events", events).expect(400);
    }

    @Test
    void storesObjectsInPacks() {
        var items = List.of(Map.of("externalId", "A", "name", "甲", "owner", "moses-frase"),
                Map.of("externalId", "B", "owner", "nobody"), Map.of("externalId", "C"));
        var first = admin.post("/objects/opportunity:batch", Map.of("items", items)).expect(200);
        assertThat(statuses(first)).containsExactly("201", "422", "201");
        assertThat(first.items().get(1).at("/errors/0/message").asString()).contains("nobody");
        var again = admin.post("/objects/opportunity:batch", Map.of("items", items)).expect(200);
        assertThat(statuses(again)).containsExactly("200", "422", "200");
        var change = List.of(Map.of("externalId", "A", "name", "乙"));
        assertThat(statuses(admin.post("/objects/opportunity:batch", Map.of("items", change)).expect(200)))
                .containsExactly("200");
        assertThat(admin.get("/objects/opportunity/A").at("/owner/code")).isEqualTo("moses-frase");
        assertThat(admin.get("/objects/opportunity?q=乙").items()).hasSize(1);
        assertThat(admin.get("/objects/opportunity?limit=1").at("nextCursor")).isNotEmpty();
        assertThat(company.as("moses-frase").get("/objects/opportunity").expect(200).items()).hasSize(1);
    }

    @Test
    void replacesAnObjectOnlyWhenTheVersionIsTheNewest() {
        admin.put("/objects/opportunity/A", Map.of("name", "甲", "fields", Map.of("a", 1))).expect(201);
        admin.put("/objects/opportunity/A", Map.of("name", "乙", "fields", Map.of("b", 1))).expect(200);
        admin.with("If-Match", "\"1\"").put("/objects/opportunity/A", Map.of("name", "丙")).expect(412);
        assertThat(admin.get("/objects/opportunity/A").json().path("fields").has("a")).isFalse();
        assertThat(admin.put("/objects/ticket/A", Map.of("name", "丙")).expect(404).text()).contains("ticket");
        admin.put("/objects/opportunity/A", Map.of("title", "丙")).expect(400);
    }

    @Test
    void changesItsTypes() {
        admin.post("/object-types", Map.of("key", "opportunity", "name", "again")).expect(409);
        assertThat(admin.post("/event-types", Map.of("key", "Bad Key", "objectType", "ticket")).expect(422).problems())
                .containsExactlyInAnyOrder("key:bad-key", "name:required", "objectType:unknown-object-type");
        admin.patch("/event-types/opportunity.engaged", Map.of("outcome", true)).expect(200);
        assertThat(admin.get("/event-types/opportunity.engaged").at("objectType")).isEqualTo("opportunity");
        admin.delete("/object-types/opportunity").expect(409);
        admin.delete("/event-types/opportunity.engaged").expect(204);
        admin.delete("/object-types/opportunity").expect(204);
        company.as("moses-frase").post("/object-types", Map.of("key", "x", "name", "x")).expect(403);
    }

    private static List<String> statuses(Answer answer) {
        return answer.items().stream().map(item -> item.path("status").asString()).toList();
    }

    private static Map<String, Object> event(String id) {
        return Map.of("source", "crm", "id", id, "type", "opportunity.engaged", "occurredAt",
                "2017-01-02T09:00:00+08:00", "actor", "moses-frase", "object",
                Map.of("type", "opportunity", "externalId", "D-1"));
    }

    private static Map<String, Object> with(Map<String, Object> event, String name, Object value) {
        var changed = new java.util.HashMap<>(event);
        changed.put(name, value);
        return changed;
    }
}

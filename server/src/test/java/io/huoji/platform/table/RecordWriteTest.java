package io.huoji.platform.table;

import static io.huoji.platform.table.VisitTable.visit;
import static org.assertj.core.api.Assertions.assertThat;

import io.huoji.testkit.Answer;
import io.huoji.testkit.Api;
import io.huoji.testkit.HuojiTest;
import io.huoji.testkit.TestClock;
import io.huoji.testkit.World;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Every way to write a record, and everything that is refused. */
@HuojiTest
class RecordWriteTest {

    private static final byte[] PAPER = "%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"
            .getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    @Autowired World world;
    @Autowired TestClock clock;
    VisitTable table;
    Api admin;

    @BeforeEach
    void aTable() {
        table = new VisitTable(world.newTenant());
        admin = table.admin;
    }

    @AfterEach
    void letTheClockRun() {
        clock.reset();
    }

    private long stored() {
        return admin.get("/tables/visits/records?total=true").json().path("total").asLong();
    }

    @Test
    void namesEveryMissingFieldAtOnce() {
        assertThat(table.submit(Map.of()).expect(422).problems()).containsExactlyInAnyOrder("fields.who:missing",
                "fields.at:missing", "fields.title:missing", "fields.count:missing");
        assertThat(stored()).isZero();
    }

    @Test
    void namesEverythingThatIsWrongAtOnce() {
        assertThat(table.submit(visit("x".repeat(21), "who", "nobody", "at", "yesterday", "count", 101, "amount",
                "1.234",
                "budget", Map.of("amount", "1", "currency", "XXQ"), "share", "1.5", "sort", "z", "tags",
                List.of("a", "z"),
                "done", "yes", "day", "2026-02-30", "team", "nowhere", "site", "javascript:alert(1)", "level", "GREAT",
                "proof", List.of(Map.of("kind", "smell")), "colour", "red", "note", 5)).expect(422).problems())
                .containsExactlyInAnyOrder("fields.title:too-long", "fields.who:unknown-person",
                        "fields.at:not-a-date-time", "fields.count:too-large", "fields.amount:too-many-decimals",
                        "fields.budget.currency:unknown-currency", "fields.share:too-large",
                        "fields.sort:unknown-option", "fields.tags:unknown-option", "fields.done:not-a-boolean",
                        "fields.day:not-a-day", "fields.team:unknown-unit", "fields.site:not-a-link",
                        "fields.level:unknown-option", "fields.proof[0].kind:unknown-evidence-kind",
                        "fields.colour:unknown-field", "fields.note:not-text");
        assertThat(stored()).isZero();
    }

    @Test
    void refusesWhatIsNoRecord() {
        admin.post("/tables/nowhere/records", Map.of("fields", visit("a"))).expect(404);
        admin.post("/tables/visits/records", Map.of()).expect(400);
        admin.post("/tables/visits/records", Map.of("fields", visit("a"), "source", "import")).expect(400);
        admin.post("/tables/visits/records", "[]").expect(400);
        assertThat(table.submit("x".repeat(201), visit("a")).expect(422).problems())
                .containsExactly("externalId:external-id-length");
        assertThat(table.submit(visit("a", "at", Instant.now().plus(6, ChronoUnit.MINUTES).toString())).expect(422)
                .problems()).containsExactly("fields.at:ahead-of-now");
        assertThat(stored()).isZero();
    }

    @Test
    void refusesRecordsOfOthersBeyondTheScope() {
        var body = Map.of("fields", visit("a", "who", "li-lei"));
        assertThat(table.company.as("moses").post("/tables/visits/records", body).status()).isIn(403, 422);
        assertThat(table.company.as("melvin").post("/tables/visits/records", body).status()).isIn(403, 422);
        table.company.nobody().post("/tables/visits/records", body).expect(401);
        world.newTenant().admin().post("/tables/visits/records", body).expect(404);
        String id = table.submit(visit("b", "who", "li-lei")).expect(201).at("/id");
        Api moses = table.company.as("moses");
        moses.get("/records/" + id).expect(404);
        moses.patch("/records/" + id, Map.of("fields", Map.of("count", 2))).expect(404);
        moses.delete("/records/" + id).expect(403);
        table.company.as("melvin").delete("/records/" + id).expect(404);
        assertThat(admin.get("/records/" + id).at("/version")).isEqualTo("1");
    }

    @Test
    void letsEveryoneUndoTheirOwnFreshSubmissionAndNothingElse() {
        Api moses = table.company.as("moses");
        String id = moses.post("/tables/visits/records", Map.of("fields", visit("a"))).expect(201).at("/id");
        moses.delete("/records/" + id).expect(403);
        clock.tick(Duration.ofSeconds(50));
        moses.post("/records/" + id + ":withdraw").expect(204);
        moses.post("/records/" + id + ":withdraw").expect(404);
        assertThat(stored()).isZero();
        assertThat(table.titles(admin, "&deleted=true")).containsExactly("a");

        String late = moses.post("/tables/visits/records", Map.of("fields", visit("b"))).expect(201).at("/id");
        clock.tick(Duration.ofSeconds(61));
        assertThat(moses.post("/records/" + late + ":withdraw").expect(409).problems())
                .containsExactly(":too-late-to-undo");

        String touched = moses.post("/tables/visits/records", Map.of("fields", visit("c"))).expect(201).at("/id");
        moses.patch("/records/" + touched, Map.of("fields", Map.of("count", 2))).expect(200);
        admin.patch("/records/" + touched, Map.of("fields", Map.of("count", 3))).expect(200);
        assertThat(moses.post("/records/" + touched + ":withdraw").expect(409).problems())
                .containsExactly(":changed-by-other");

        String others = table.submit(visit("d")).expect(201).at("/id");
        moses.get("/records/" + others).expect(200);
        moses.post("/records/" + others + ":withdraw").expect(403);
        table.company.as("li-lei").post("/records/" + others + ":withdraw").expect(404);
        assertThat(stored()).isEqualTo(3);
    }

    @Test
    void refusesAStaleChangeAndAStrangeVersion() {
        String id = table.submit(visit("a")).expect(201).at("/id");
        admin.with("If-Match", "\"1\"").patch("/records/" + id, Map.of("fields", Map.of("count", 2))).expect(200);
        admin.with("If-Match", "\"1\"").patch("/records/" + id, Map.of("fields", Map.of("count", 3))).expect(412);
        admin.with("If-Match", "\"1\"").delete("/records/" + id).expect(412);
        admin.with("If-Match", "abc").delete("/records/" + id).expect(400);
        assertThat(admin.get("/records/" + id).at("/fields/count")).isEqualTo("2");
    }

    @Test
    void refusesAValueThatIsTaken() {
        String first = table.submit(visit("a")).expect(201).at("/id");
        assertThat(table.submit(visit("a")).expect(422).problems()).containsExactly("fields.title:not-unique");
        String other = table.submit(visit("b")).expect(201).at("/id");
        admin.patch("/records/" + other, Map.of("fields", Map.of("title", "a"))).expect(422);
        admin.delete("/records/" + first).expect(204);
        admin.patch("/records/" + other, Map.of("fields", Map.of("title", "a"))).expect(200);
        assertThat(admin.post("/records/" + first + ":restore").expect(422).problems())
                .containsExactly("fields.title:not-unique");
    }

    @Test
    void refusesFilesThatAreNotTheCallersAndKeepsTheOthers() {
        assertThat(table.submit(visit("a", "proof", proof(UUID.randomUUID().toString()))).expect(422).problems())
                .containsExactly("fields.proof:unknown-file");
        String file = table.company.as("moses").upload("/files", "p.pdf", "application/pdf", PAPER, Map.of())
                .expect(201).at("/id");
        table.submit(visit("a", "proof", proof(file))).expect(422);
        Api moses = table.company.as("moses");
        var body = Map.of("fields", visit("a", "proof", proof(file)), "externalId", "e-1");
        String id = moses.post("/tables/visits/records", body).expect(201).at("/id");
        assertThat(moses.post("/tables/visits/records", body).expect(200).at("/id")).isEqualTo(id);
        admin.get("/files/" + file).expect(200);
        table.company.as("li-lei").get("/files/" + file).expect(404);
    }

    private static List<Map<String, Object>> proof(String file) {
        return List.of(Map.of("kind", "document", "file", file));
    }

    @Test
    void answersARepeatWithTheRecordThatIsThere() {
        Answer first = table.submit("e-1", visit("a")).expect(201);
        assertThat(first.header("Location")).isEqualTo("/api/v1/records/" + first.at("/id"));
        assertThat(first.at("/source")).isEqualTo("form");
        assertThat(table.submit("e-1", visit("a")).expect(200).at("/id")).isEqualTo(first.at("/id"));
        assertThat(table.submit("e-1", visit("a", "count", 9)).expect(409).problems())
                .containsExactly("externalId:exists");
        Api keyed = admin.with("Idempotency-Key", "k-1");
        String id = keyed.post("/tables/visits/records", Map.of("fields", visit("b"))).expect(201).at("/id");
        assertThat(keyed.post("/tables/visits/records", Map.of("fields", visit("b"))).expect(201).at("/id"))
                .isEqualTo(id);
        keyed.post("/tables/visits/records", Map.of("fields", visit("c"))).expect(422);
        assertThat(stored()).isEqualTo(2);
    }

    @Test
    void tellsWhatWasChangedByWhom() {
        String id = table.submit(visit("a", "sort", "a")).expect(201).at("/id");
        table.company.as("melvin").patch("/records/" + id, Map.of("fields", Map.of("count", 2, "guest", "nora")))
                .expect(200);
        var emptied = new java.util.HashMap<String, Object>();
        emptied.put("sort", null);
        admin.patch("/records/" + id, Map.of("fields", emptied)).expect(200);
        admin.patch("/records/" + id, Map.of("fields", Map.of("count", 2))).expect(200);
        admin.delete("/records/" + id).expect(204);
        admin.get("/records/" + id).expect(404);
        assertThat(table.titles(admin, "&deleted=true")).containsExactly("a");
        admin.post("/records/" + id + ":restore").expect(200);
        List<JsonNode> history = admin.get("/records/" + id + "/history").expect(200).items();
        assertThat(history).extracting(entry -> entry.path("act").asString()).containsExactly("restored", "deleted",
                "updated", "updated", "created");
        assertThat(history.get(2).path("changes").toString())
                .isEqualTo("[{\"field\":\"sort\",\"name\":\"sort\",\"from\":\"a\",\"to\":null}]");
        JsonNode change = history.get(3);
        assertThat(change.at("/actor/code").asString()).isEqualTo("melvin");
        assertThat(change.at("/changes/0/from").asInt()).isEqualTo(1);
        assertThat(change.at("/changes/0/to").asInt()).isEqualTo(2);
        assertThat(change.at("/changes/1/to/code").asString()).isEqualTo("nora");
        table.company.as("li-lei").get("/records/" + id + "/history").expect(404);
    }

    @Test
    void storesTheGoodItemsOfABatchAndSaysWhatIsWrongWithTheOthers() {
        Answer answer = table.batch("", false, List.of(item("e-1", visit("a")), item("e-2", visit("b", "count", -1)),
                item("e-1", visit("a")), item("e-1", visit("c")), item("e-3", visit("a")),
                item("e-4", visit("d", "who", "nobody")))).expect(200);
        assertThat(answer.items()).extracting(item -> item.path("status").asInt()).containsExactly(201, 422, 200, 409,
                422, 422);
        assertThat(answer.at("/items/4/errors/0/code")).isEqualTo("not-unique");
        assertThat(stored()).isEqualTo(1);
    }

    @Test
    void storesNothingOfAnAtomicBatchWithOneBadItem() {
        Answer answer = table.batch("?atomic=true", false, List.of(item("e-1", visit("a")), item("e-2", visit("a"))))
                .expect(200);
        assertThat(answer.items()).extracting(item -> item.path("status").asInt()).containsExactly(424, 422);
        assertThat(stored()).isZero();
        table.batch("?atomic=true", false, List.of(item("e-1", visit("a")), item("e-2", visit("b")))).expect(200);
        assertThat(stored()).isEqualTo(2);
    }

    @Test
    void skipsOrChangesWhatIsKnownAsAsked() {
        table.batch("", true, List.of(item("e-1", visit("a")))).expect(200);
        assertThat(statuses("?onExisting=skip", visit("b"))).containsExactly(200);
        assertThat(table.titles(admin, "")).containsExactly("a");
        assertThat(statuses("?onExisting=update", visit("b"))).containsExactly(200);
        assertThat(table.titles(admin, "")).containsExactly("b");
        assertThat(admin.get("/tables/visits/records").at("/items/0/source")).isEqualTo("import");
        assertThat(admin.get("/tables/visits/records").at("/items/0/late")).isEqualTo("false");
        table.batch("?onExisting=sing", true, List.of(item("e-1", visit("b")))).expect(400);
    }

    private List<Integer> statuses(String query, Map<String, Object> fields) {
        return table.batch(query, true, List.of(item("e-1", fields))).expect(200).items().stream()
                .map(item -> item.path("status").asInt()).toList();
    }

    private static Map<String, Object> item(String externalId, Map<String, Object> fields) {
        return Map.of("externalId", externalId, "fields", fields);
    }
}

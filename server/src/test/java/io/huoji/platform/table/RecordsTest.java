package io.huoji.platform.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.huoji.platform.access.Permission;
import io.huoji.testkit.Answer;
import io.huoji.testkit.Api;
import io.huoji.testkit.Company;
import io.huoji.testkit.HuojiTest;
import io.huoji.testkit.World;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@HuojiTest
class RecordsTest {

    private static final String LEADS = "/tables/leads/records";

    @Autowired World world;
    private Company company;
    private Api admin;

    @BeforeEach
    void aTableOfLeads() {
        company = world.newTenant();
        company.unit("east", "region");
        company.unit("west", "region");
        company.staff("moses", "east");
        company.staff("li-lei", "west");
        company.lead("melvin", "east");
        admin = company.admin();
        admin.post("/tables", Map.of("key", "leads", "name", "线索", "fields", List.of(
                Map.of("key", "who", "name", "人员", "type", "person", "role", "subject"),
                Map.of("key", "at", "name", "时间", "type", "dateTime", "role", "occurredAt", "config",
                        Map.of("default", "now")),
                Map.of("key", "budget", "name", "客户预算", "type", "money", "required", true),
                Map.of("key", "cycle", "name", "决策周期", "type", "text", "required", true),
                Map.of("key", "rival", "name", "竞争对手", "type", "text"),
                Map.of("key", "number", "name", "编号", "type", "text", "config", Map.of("unique", true)),
                Map.of("key", "count", "name", "数量", "type", "integer", "config", Map.of("min", 0)))))
                .expect(201);
    }

    private static Map<String, Object> lead(String who, Object... more) {
        Map<String, Object> fields = new HashMap<>(Map.of("who", who, "budget", "12.5", "cycle", "一个月"));
        for (int i = 0; i < more.length; i += 2)
            fields.put((String) more[i], more[i + 1]);
        return fields;
    }

    private Answer submit(Map<String, Object> fields) {
        return admin.post(LEADS, Map.of("fields", fields));
    }

    private long total(Api api, String query) {
        return api.get(LEADS + "?total=true" + query).expect(200).json().path("total").asLong();
    }

    private static String filter(String json) {
        return "&filter=" + URLEncoder.encode(json, StandardCharsets.UTF_8);
    }

    @Test
    void namesEveryMissingAndWrongPartAtOnce() {
        Answer refused = submit(Map.of("who", "nobody", "count", -1, "nonsense", 1)).expect(422);
        assertThat(refused.problems()).containsExactlyInAnyOrder("fields.who:unknown-person", "fields.budget:missing",
                "fields.cycle:missing", "fields.count:too-small", "fields.nonsense:unknown-field");
        assertThat(refused.text()).contains("缺：客户预算。", "缺：决策周期。");
        assertThat(total(admin, "")).isZero();
    }

    @Test
    void refusesWhatLiesAheadOfNow() {
        assertThat(submit(lead("moses", "at", Instant.now().plus(Duration.ofMinutes(6)).toString())).expect(422)
                .problems()).containsExactly("fields.at:ahead-of-now");
        submit(lead("moses", "at", Instant.now().plus(Duration.ofMinutes(4)).toString())).expect(201);
    }

    @Test
    void answersTheRecordAsTheContractSays() {
        Answer made = admin.post(LEADS, Map.of("fields", lead("moses"), "externalId", "crm-1")).expect(201);
        JsonNode record = made.json();
        assertThat(made.header("Location")).isEqualTo("/api/v1/records/" + record.path("id").asString());
        assertThat(record.at("/fields/who/code").asString()).isEqualTo("moses");
        assertThat(record.at("/fields/budget/amount").asString()).isEqualTo("12.50");
        assertThat(record.path("version").asLong()).isEqualTo(1);
        assertThat(record.path("table").asString()).isEqualTo("leads");
        assertThat(record.path("source").asString()).isEqualTo("form");
        assertThat(record.path("externalId").asString()).isEqualTo("crm-1");
        assertThat(record.path("confirmation").asString()).isEqualTo("none");
        assertThat(record.path("late").asBoolean()).isFalse();
        assertThat(record.at("/createdBy/code").asString()).isEqualTo("admin");
        assertThat(admin.get("/records/" + record.path("id").asString()).expect(200).json()).isEqualTo(record);
    }

    @Test
    void marksWhatIsFiledMoreThanADayAfterwards() {
        String old = Instant.now().minus(Duration.ofDays(3)).toString();
        JsonNode late = submit(lead("moses", "at", old)).expect(201).json();
        assertThat(late.path("late").asBoolean()).isTrue();
        assertThat(late.path("effectiveAt")).isEqualTo(late.path("receivedAt"));
        JsonNode edited = admin.patch("/records/" + late.path("id").asString(), Map.of("fields", Map.of("rival", "甲")))
                .expect(200).json();
        assertThat(edited.path("late").asBoolean()).as("after an edit of something else").isTrue();
        assertThat(edited.path("effectiveAt")).isEqualTo(late.path("effectiveAt"));
    }

    @Test
    void takesTheSameExternalIdOnceAndSaysWhetherItDiffers() {
        Map<String, Object> body = Map.of("fields", lead("moses", "at", "2026-01-05T09:00:00+08:00"), "externalId",
                "x");
        String id = admin.post(LEADS, body).expect(201).at("/id");
        assertThat(admin.post(LEADS, body).expect(200).at("/id")).isEqualTo(id);
        admin.post(LEADS, Map.of("fields", lead("li-lei"), "externalId", "x")).expect(409);
        assertThat(total(admin, "")).isEqualTo(1);
    }

    @Test
    void changesOnlyTheNamedFieldsAndOnlyTheNewestVersion() {
        String path = "/records/" + submit(lead("moses", "rival", "甲")).expect(201).at("/id");
        JsonNode changed = admin.with("If-Match", "\"1\"").patch(path, Map.of("fields", Map.of("cycle", "半年")))
                .expect(200).json();
        assertThat(changed.path("version").asLong()).isEqualTo(2);
        assertThat(changed.at("/fields/rival").asString()).isEqualTo("甲");
        admin.with("If-Match", "\"1\"").patch(path, Map.of("fields", Map.of("cycle", "一年"))).expect(412);
        assertThat(admin.patch(path, Map.of("fields", new HashMap<>(java.util.Collections.singletonMap("cycle", null))))
                .expect(422).problems()).containsExactly("fields.cycle:missing");
        admin.patch(path, Map.of("fields", new HashMap<>(java.util.Collections.singletonMap("rival", null))))
                .expect(200);
        assertThat(admin.get(path).json().at("/fields/rival").isMissingNode()).isTrue();
        var history = admin.get(path + "/history").expect(200).items();
        assertThat(history).extracting(it -> it.path("act").asString()).containsExactly("updated", "updated",
                "created");
        assertThat(history.get(1).at("/changes/0/from").asString()).isEqualTo("一个月");
        assertThat(history.get(1).at("/changes/0/to").asString()).isEqualTo("半年");
    }

    @Test
    void losesNoChangeWhenManyEditAtOnce() throws Exception {
        String path = "/records/" + submit(lead("moses")).expect(201).at("/id");
        List<Map<String, Object>> edits = List.of(Map.of("rival", "乙"), Map.of("cycle", "两年"), Map.of("count", 7),
                Map.of("budget", "99"), Map.of("number", "N-7"));
        together(edits.stream().<Callable<Answer>>map(edit -> () -> admin.patch(path, Map.of("fields", edit))).toList())
                .forEach(answer -> answer.expect(200));
        JsonNode fields = admin.get(path).json().path("fields");
        assertThat(fields.path("rival").asString()).isEqualTo("乙");
        assertThat(fields.path("cycle").asString()).isEqualTo("两年");
        assertThat(fields.path("count").asInt()).isEqualTo(7);
        assertThat(fields.at("/budget/amount").asString()).isEqualTo("99.00");
        assertThat(admin.get(path).json().path("version").asInt()).isEqualTo(6);
    }

    private static <T> List<T> together(List<Callable<T>> calls) throws Exception {
        List<T> results = new ArrayList<>();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var result : pool.invokeAll(calls))
                results.add(result.get());
        }
        return results;
    }

    @Test
    void keepsAUniqueValueOnceEvenWhenManyTryAtOnce() throws Exception {
        List<Answer> answers = together(IntStream.range(0, 6)
                .<Callable<Answer>>mapToObj(n -> () -> submit(lead("moses", "number", "N-1"))).toList());
        assertThat(answers).filteredOn(it -> it.status() == 201).hasSize(1);
        assertThat(answers).filteredOn(it -> it.status() != 201)
                .allSatisfy(it -> assertThat(it.problems()).containsExactly("fields.number:not-unique"));
        String id = answers.stream().filter(it -> it.status() == 201).findFirst().orElseThrow().at("/id");
        admin.delete("/records/" + id).expect(204);
        submit(lead("li-lei", "number", "N-1")).expect(201);
        assertThat(admin.post("/records/" + id + ":restore").expect(422).problems())
                .containsExactly("fields.number:not-unique");
    }

    @Test
    void deletesIntoTheBinAndBringsBack() {
        String id = submit(lead("moses")).expect(201).at("/id");
        admin.delete("/records/" + id).expect(204);
        admin.get("/records/" + id).expect(404);
        admin.delete("/records/" + id).expect(404);
        assertThat(total(admin, "")).isZero();
        assertThat(total(admin, "&deleted=true")).isEqualTo(1);
        assertThat(admin.post("/records/" + id + ":restore").expect(200).json().path("version").asLong()).isEqualTo(3);
        assertThat(total(admin, "")).isEqualTo(1);
    }

    @Test
    void showsAndTakesOnlyWhatLiesInTheCallersScope() {
        String east = submit(lead("moses")).expect(201).at("/id");
        String west = submit(lead("li-lei")).expect(201).at("/id");
        Api lead = company.as("melvin");
        assertThat(total(lead, "")).isEqualTo(1);
        lead.get("/records/" + east).expect(200);
        lead.get("/records/" + west).expect(404);
        lead.get("/records/" + west + "/history").expect(404);
        lead.patch("/records/" + west, Map.of("fields", Map.of("rival", "x"))).expect(404);
        lead.delete("/records/" + west).expect(404);
        lead.post(LEADS, Map.of("fields", lead("li-lei"))).expect(403);
        lead.patch("/records/" + east, Map.of("fields", Map.of("who", "li-lei"))).expect(403);
        Api staff = company.as("li-lei");
        assertThat(total(staff, "")).isEqualTo(1);
        staff.post(LEADS, Map.of("fields", lead("li-lei"))).expect(201);
        staff.post(LEADS, Map.of("fields", lead("moses"))).expect(403);
        company.token(Permission.RECORDS_READ).post(LEADS, Map.of("fields", lead("moses"))).expect(403);
        world.newTenant().admin().get("/records/" + east).expect(404);
    }

    @Test
    void storesABatchItemByItemOrAllOrNothing() {
        List<Map<String, Object>> items = List.of(item("b-1", lead("moses", "number", "A")),
                item("b-2", Map.of("who", "moses")), item("b-3", lead("li-lei", "number", "A")),
                item("b-1", lead("moses", "number", "A")), item("b-4", lead("li-lei")));
        assertThat(statuses(admin.post(LEADS + ":batch?atomic=true", Map.of("items", items)).expect(200)))
                .contains(422).doesNotContain(201);
        assertThat(total(admin, "")).isZero();
        Answer done = admin.post(LEADS + ":batch", Map.of("items", items)).expect(200);
        assertThat(statuses(done)).containsExactly(201, 422, 422, 200, 201);
        assertThat(done.items().get(2).at("/errors/0/code").asString()).isEqualTo("not-unique");
        assertThat(total(admin, "")).isEqualTo(2);
    }

    @Test
    void meetsWhatABatchKnowsAlreadyAsAsked() {
        List<Map<String, Object>> first = List.of(item("u-1", lead("moses", "at", "2026-01-05T09:00:00+08:00")));
        List<Map<String, Object>> other = List.of(
                item("u-1", lead("moses", "at", "2026-01-05T09:00:00+08:00", "cycle", "改了")));
        String batch = LEADS + ":batch";
        assertThat(statuses(admin.post(batch, Map.of("items", first)))).containsExactly(201);
        assertThat(statuses(admin.post(batch, Map.of("items", first)))).containsExactly(200);
        assertThat(statuses(admin.post(batch, Map.of("items", other)))).containsExactly(409);
        assertThat(statuses(admin.post(batch + "?onExisting=skip", Map.of("items", other)))).containsExactly(200);
        assertThat(admin.get(LEADS).items().getFirst().at("/fields/cycle").asString()).isEqualTo("一个月");
        assertThat(statuses(admin.post(batch + "?onExisting=update", Map.of("items", other)))).containsExactly(200);
        assertThat(admin.get(LEADS).items().getFirst().at("/fields/cycle").asString()).isEqualTo("改了");
        assertThat(total(admin, "")).isEqualTo(1);
    }

    @Test
    void countsTheClaimedTimeOfAnImportAndAsksForItsRight() {
        Map<String, Object> body = Map.of("import", true, "items",
                List.of(item("i-1", lead("moses", "at", "2026-01-05T09:00:00+08:00"))));
        company.token(Permission.RECORDS_CREATE).post(LEADS + ":batch", body).expect(403);
        company.token(Permission.RECORDS_CREATE, Permission.RECORDS_IMPORT).post(LEADS + ":batch", body).expect(200);
        JsonNode record = admin.get(LEADS).items().getFirst();
        assertThat(record.path("source").asString()).isEqualTo("import");
        assertThat(record.path("late").asBoolean()).isFalse();
        assertThat(java.time.OffsetDateTime.parse(record.path("effectiveAt").asString()).toInstant())
                .isEqualTo("2026-01-05T01:00:00Z");
    }

    private static Map<String, Object> item(String externalId, Map<String, Object> fields) {
        return Map.of("externalId", externalId, "fields", fields);
    }

    private static List<Integer> statuses(Answer answer) {
        return answer.expect(200).items().stream().map(it -> it.path("status").asInt()).toList();
    }

    @Test
    void walksThroughAllPagesInTheOrderAskedFor() {
        List<Map<String, Object>> items = new ArrayList<>();
        for (int i = 0; i < 60; i++)
            items.add(Map.of("fields", i % 7 == 0 ? lead("moses") : lead("moses", "count", i % 13)));
        assertThat(statuses(admin.post(LEADS + ":batch", Map.of("items", items)))).containsOnly(201);
        for (String sort : List.of("", "count", "-count", "cycle,-count", "-at", "budget")) {
            List<JsonNode> seen = new ArrayList<>();
            String cursor = "";
            do {
                Answer page = admin.get(LEADS + "?limit=7&sort=" + sort + cursor).expect(200);
                seen.addAll(page.items());
                cursor = page.json().path("nextCursor").asString("");
                cursor = cursor.isEmpty() ? "" : "&cursor=" + cursor;
            } while (!cursor.isEmpty());
            assertThat(seen).as(sort).extracting(it -> it.path("id").asString()).doesNotHaveDuplicates().hasSize(60);
            if (sort.equals("-count"))
                assertThat(seen.stream().map(it -> it.at("/fields/count")).filter(JsonNode::isNumber)
                        .map(JsonNode::asInt).toList()).isSortedAccordingTo(java.util.Comparator.reverseOrder());
        }
    }

    @Test
    void filtersByTreesAndNamesWhatItDoesNotKnow() {
        submit(lead("moses", "rival", "甲", "count", 1)).expect(201);
        submit(lead("moses", "rival", "乙", "count", 2)).expect(201);
        submit(lead("li-lei", "count", 3)).expect(201);
        assertThat(total(admin, filter("""
                {"and":[{"field":"subject","op":"eq","value":"moses"},{"or":[{"field":"rival","op":"eq","value":"乙"},
                {"field":"count","op":"gt","value":5}]}]}"""))).isEqualTo(1);
        assertThat(total(admin, filter("{\"field\":\"unit\",\"op\":\"inOrBelow\",\"value\":\"hq\"}"))).isEqualTo(3);
        assertThat(total(admin, filter("{\"field\":\"rival\",\"op\":\"isEmpty\"}"))).isEqualTo(1);
        assertThat(total(admin, filter("{\"field\":\"count\",\"op\":\"between\",\"value\":[2,3]}"))).isEqualTo(2);
        assertThat(total(admin, filter("{\"field\":\"at\",\"op\":\"thisWeek\"}"))).isEqualTo(3);
        for (String wrong : List.of("{\"field\":\"nope\",\"op\":\"eq\",\"value\":1}",
                "{\"field\":\"count\",\"op\":\"like\",\"value\":1}",
                "{\"field\":\"count\",\"op\":\"contains\",\"value\":1}",
                "{\"field\":\"count\",\"op\":\"eq\",\"value\":\"x\"}", "[]", "{", "{\"and\":{}}"))
            admin.get(LEADS + "?" + filter(wrong).substring(1)).expect(400);
        admin.get(LEADS + "?sort=nope").expect(400);
        admin.get(LEADS + "?cursor=abc").expect(400);
        admin.get(LEADS + "?limit=501").expect(400);
    }
}

package io.huoji.platform.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.huoji.testkit.Answer;
import io.huoji.testkit.Api;
import io.huoji.testkit.Company;
import io.huoji.testkit.HuojiTest;
import io.huoji.testkit.World;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@HuojiTest
class ModelTest {

    @Autowired World world;
    @Autowired Tables tables;
    @Autowired SlotFilling filling;
    private Company company;
    private Api admin;

    @BeforeEach
    void aCompany() {
        company = world.newTenant();
        company.unit("east", "region");
        company.staff("moses", "east");
        admin = company.admin();
    }

    private static Map<String, Object> field(String key, String type, Object... more) {
        Map<String, Object> field = new java.util.HashMap<>(Map.of("key", key, "name", "字段" + key, "type", type));
        for (int i = 0; i < more.length; i += 2)
            field.put((String) more[i], more[i + 1]);
        return field;
    }

    private Answer table(Object... fields) {
        return admin.post("/tables", Map.of("key", "t", "name", "表", "fields", List.of(fields)));
    }

    @Test
    void namesEverythingThatIsWrongWithATableAtOnce() {
        Answer refused = table(field("Bad Key", "text"), field("id", "text"), field("subject", "text"),
                field("a", "nonsense"), field("b", "select"), field("c", "text", "role", "quality"),
                field("d", "person", "role", "subject"), field("e", "person", "role", "subject"),
                field("f", "integer", "config", Map.of("min", 3, "max", 1)),
                field("g", "text", "config", Map.of("colour", "red")),
                field("h", "text", "config", Map.of("pattern", "(")), field("d", "text"),
                field("i", "integer", "config", Map.of("default", "x")),
                field("j", "longText", "config", Map.of("unique", true)),
                field("k", "boolean", "config", Map.of("indexed", true))).expect(422);
        assertThat(refused.problems()).containsExactlyInAnyOrder("fields[0].key:bad-key", "fields[1].key:reserved-key",
                "fields[2].key:reserved-key", "fields[3].type:unknown-field-type",
                "fields[4].config.options:bad-option-list", "fields[5].role:role-of-other-type",
                "fields[7].role:role-taken", "fields[8].config.max:below-min",
                "fields[9].config.colour:unknown-property",
                "fields[10].config.pattern:bad-pattern", "fields[11].key:key-taken",
                "fields[12].config.default:not-an-integer", "fields[13].config.unique:never-unique",
                "fields[14].config.indexed:never-indexed");
        admin.get("/tables/t").expect(404);
    }

    @Test
    void makesKeysFromNumbersAndCompletesConfigurations() {
        Answer made = admin.post("/tables",
                Map.of("name", "动作", "fields", List.of(Map.of("name", "水平", "type", "quality", "role", "quality"))))
                .expect(201);
        assertThat(made.at("key")).isEqualTo("table-1");
        assertThat(made.at("/fields/0/key")).isEqualTo("field-1");
        assertThat(made.json().at("/fields/0/config/levels").valueStream().map(level -> level.path("band").asString()))
                .containsExactly("MET", "IMPROVE", "SUPPORT");
    }

    @Test
    void isAnActionTableWithSubjectNodeAndTime() {
        table(field("who", "person", "role", "subject"), field("at", "dateTime", "role", "occurredAt")).expect(201);
        assertThat(admin.get("/tables/t").at("actionTable")).isEqualTo("false");
        JsonNode node = admin.post("/tables/t/fields", field("what", "node", "role", "node")).expect(201).json();
        assertThat(node.path("required").asBoolean()).isTrue();
        assertThat(admin.get("/tables/t").at("actionTable")).isEqualTo("true");
        admin.delete("/tables/t/fields/what").expect(204);
        assertThat(admin.get("/tables/t").at("actionTable")).isEqualTo("false");
    }

    @Test
    void changesFieldsInUseWithoutLosingAValue() {
        table(field("a", "select", "config", Map.of("options", List.of("甲", "乙"))), field("b", "text")).expect(201);
        String record = admin.post("/tables/t/records", Map.of("fields", Map.of("a", "option-1", "b", "x"))).expect(201)
                .at("/id");
        admin.patch("/tables/t/fields/a", Map.of("name", "新名", "config",
                Map.of("options", List.of(Map.of("key", "option-2", "label", "乙"))))).expect(200);
        assertThat(admin.get("/tables/t").at("/fields/0/config/options/1/archived")).isEqualTo("true");
        assertThat(admin.get("/records/" + record).at("/fields/a")).isEqualTo("option-1");
        admin.post("/tables/t/records", Map.of("fields", Map.of("a", "option-1"))).expect(422);
        assertThat(admin.patch("/tables/t/fields/b", Map.of("type", "integer")).expect(422).problems())
                .containsExactly("type:type-is-fixed");
        assertThat(admin.patch("/tables/t/fields/b", Map.of("config", Map.of("unique", true))).expect(422).problems())
                .containsExactly("config.unique:unique-too-late");
        admin.delete("/tables/t/fields/b").expect(204);
        assertThat(admin.get("/records/" + record).json().at("/fields/b").isMissingNode()).isTrue();
        admin.post("/tables/t/records", Map.of("fields", Map.of("b", "y"))).expect(422);
        admin.post("/tables/t/fields", field("b", "integer")).expect(422);
        admin.patch("/records/" + record, Map.of("fields", Map.of("a", "option-2"))).expect(200);
        admin.post("/tables/t/fields/b:restore").expect(200);
        assertThat(admin.get("/records/" + record).at("/fields/b")).isEqualTo("x");
        admin.put("/tables/t/fields:order", Map.of("keys", List.of("b", "a"))).expect(200);
        assertThat(admin.get("/tables/t").at("/fields/0/key")).isEqualTo("b");
        admin.put("/tables/t/fields:order", Map.of("keys", List.of("b"))).expect(422);
    }

    @Test
    void deletesATableWithItsRecordsAndBringsBothBack() {
        table(field("b", "text")).expect(201);
        String record = admin.post("/tables/t/records", Map.of("fields", Map.of("b", "x"))).expect(201).at("/id");
        admin.with("If-Match", "\"7\"").delete("/tables/t").expect(412);
        admin.delete("/tables/t").expect(204);
        admin.get("/tables/t").expect(404);
        admin.get("/tables/t/records").expect(404);
        admin.get("/records/" + record).expect(404);
        assertThat(table(field("b", "text")).expect(422).problems()).containsExactly("key:key-taken");
        assertThat(admin.get("/tables?deleted=true").items()).hasSize(1);
        admin.post("/tables/t:restore").expect(200);
        admin.get("/records/" + record).expect(200);
    }

    @Test
    void keepsViewsOfAllAndViewsOfOne() {
        table(field("b", "text")).expect(201);
        admin.post("/tables/t/views", Map.of("name", "全部 x", "config",
                Map.of("filter", Map.of("field", "b", "op", "eq", "value", "x"), "sort", "-b", "density", 36)))
                .expect(201);
        Api moses = company.as("moses");
        assertThat(moses.post("/tables/t/views", Map.of("key", "mine", "name", "我的")).expect(201).at("shared"))
                .isEqualTo("false");
        moses.post("/tables/t/views", Map.of("name", "大家的", "shared", true)).expect(403);
        moses.patch("/tables/t/views/view-1", Map.of("name", "x")).expect(403);
        assertThat(moses.get("/tables/t/views").items()).hasSize(2);
        assertThat(admin.get("/tables/t/views").items()).hasSize(1);
        admin.patch("/tables/t/views/mine", Map.of("name", "x")).expect(404);
        admin.patch("/tables/t/views/view-1", Map.of("name", "x 的")).expect(200);
        assertThat(admin.post("/tables/t/views",
                Map.of("name", "坏", "config", Map.of("sort", "nope", "filter", Map.of("field", "no", "op", "eq"))))
                .expect(422).problems()).containsExactly("config.filter:unknown-field");
        moses.patch("/tables/t/views/mine", Map.of("shared", true)).expect(403);
        moses.delete("/tables/t/views/mine").expect(204);
        assertThat(admin.patch("/tables/t/views/view-1", Map.of("shared", false)).expect(200).at("shared"))
                .isEqualTo("false");
        assertThat(moses.get("/tables/t/views").items()).isEmpty();
        assertThat(admin.patch("/tables/t/views/view-1", Map.of("shared", true)).expect(200).at("shared"))
                .isEqualTo("true");
        assertThat(moses.get("/tables/t/views").items()).hasSize(1);
        admin.delete("/tables/t/views/view-1").expect(204);
    }

    @Test
    void findsTheSameByASlotAsByTheJson() {
        table(field("text", "text"), field("number", "decimal"), field("money", "money"), field("day", "date"),
                field("time", "dateTime"), field("who", "person")).expect(201);
        List<Map<String, Object>> items = new ArrayList<>();
        for (int i = 0; i < 40; i++)
            items.add(Map.of("fields",
                    i % 5 == 0
                            ? Map.of()
                            : Map.of("text", "t" + i % 7, "number", i % 6 + ".5", "money",
                                    i % 4 + ".25", "day", "2026-01-0" + (i % 8 + 1), "time",
                                    "2026-01-01T0%d:00:00Z".formatted(i % 9),
                                    "who", i % 2 == 0 ? "moses" : "admin")));
        admin.post("/tables/t/records:batch", Map.of("items", items)).expect(200);
        List<List<String>> before = answers();
        UUID table = tables.byKey(company.tenant(), "t").id();
        for (String key : List.of("text", "number", "money", "day", "time", "who"))
            admin.patch("/tables/t/fields/" + key, Map.of("config", Map.of("indexed", true))).expect(200);
        admin.post("/tables/t/records", Map.of("fields", Map.of("text", "t1"))).expect(201);
        List<List<String>> waiting = answers();
        filling.fill(company.tenant(), table);
        assertThat(tables.byKey(company.tenant(), "t").fields()).allSatisfy(it -> {
            assertThat(it.slot()).isNotNull();
            assertThat(java.util.Objects.requireNonNull(it.slot()).filled()).isTrue();
        });
        assertThat(answers()).isEqualTo(waiting);
        assertThat(waiting.getFirst()).hasSize(before.getFirst().size() + 1);
        String one = admin.get("/tables/t/records?sort=text&limit=1").items().getFirst().path("id").asString();
        admin.patch("/records/" + one, Map.of("fields", Map.of("text", "zz"))).expect(200);
        assertThat(ids("{\"field\":\"text\",\"op\":\"eq\",\"value\":\"zz\"}", "")).containsExactly(one);
    }

    private List<List<String>> answers() {
        List<List<String>> answers = new ArrayList<>();
        for (String filter : List.of("{\"field\":\"text\",\"op\":\"eq\",\"value\":\"t1\"}",
                "{\"field\":\"text\",\"op\":\"startsWith\",\"value\":\"t\"}",
                "{\"field\":\"text\",\"op\":\"isEmpty\"}", "{\"field\":\"number\",\"op\":\"gt\",\"value\":\"2.5\"}",
                "{\"field\":\"money\",\"op\":\"between\",\"value\":[\"1\",\"2.25\"]}",
                "{\"field\":\"day\",\"op\":\"le\",\"value\":\"2026-01-03\"}",
                "{\"field\":\"time\",\"op\":\"lt\",\"value\":\"2026-01-01T12:00:00+08:00\"}",
                "{\"field\":\"who\",\"op\":\"in\",\"value\":[\"moses\"]}", "{\"field\":\"who\",\"op\":\"isMe\"}"))
            for (String sort : List.of("", "text,-number", "-money", "day", "-time"))
                answers.add(ids(filter, sort));
        return answers;
    }

    private List<String> ids(String filter, String sort) {
        return admin.get("/tables/t/records?limit=500&sort=%s&filter=%s".formatted(sort,
                URLEncoder.encode(filter, StandardCharsets.UTF_8))).expect(200).items().stream()
                .map(it -> it.path("id").asString()).toList();
    }
}

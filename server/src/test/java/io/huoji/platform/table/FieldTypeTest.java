package io.huoji.platform.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.huoji.testkit.Api;
import io.huoji.testkit.Company;
import io.huoji.testkit.HuojiTest;
import io.huoji.testkit.World;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@HuojiTest
class FieldTypeTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final List<Map<String, Object>> FIELDS = List.of(field("text"), field("long-text", "longText"),
            field("integer"), field("decimal"), field("money"), field("percent"),
            field("select", "select", Map.of("options", List.of(Map.of("key", "a", "label", "甲"), "乙", "丙"))),
            field("multi", "multiSelect", Map.of("options", List.of("一", "二", "三"))), field("boolean"), field("date"),
            field("time", "dateTime"), field("person"), field("org", "unit"), field("link", "webLink"),
            field("level", "quality"), field("proof", "evidence"), field("email"), field("phone"), field("rating"),
            field("span", "duration"), field("clock", "time"), field("month"), field("range", "dateRange"),
            field("people", "persons"), field("places", "units"), field("office", "role"), field("spot", "location"),
            field("papers", "attachment"), field("pictures", "photo", Map.of("max", 2)),
            field("voice", "recording"), field("signed", "signature"),
            field("region", "cascader", Map.of("options", List.of(
                    Map.of("key", "hebei", "label", "河北", "children",
                            List.of(Map.of("key", "sjz", "label", "石家庄"), Map.of("key", "bd", "label", "保定"))),
                    Map.of("key", "tj", "label", "天津")))),
            field("state", "status", Map.of("options",
                    List.of(Map.of("key", "open", "label", "待办"), Map.of("key", "doing", "label", "进行中"),
                            Map.of("key", "done", "label", "已完成")),
                    "transitions", Map.of("open", List.of("doing", "done"), "doing", List.of("done")))));

    private static final byte[] PNG = java.util.Base64.getDecoder().decode(
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    @Autowired World world;
    private Company company;
    private Api admin;

    private static Map<String, Object> field(String type) {
        return field(type, type);
    }

    private static Map<String, Object> field(String key, String type) {
        return field(key, type, Map.of());
    }

    private static Map<String, Object> field(String key, String type, Map<String, Object> config) {
        return Map.of("key", key, "name", "字段" + key, "type", type, "config", config);
    }

    @BeforeEach
    void aTableOfAllTypes() {
        company = world.newTenant();
        company.staff("li-lei", "hq");
        company.unit("north", "region");
        admin = company.admin();
        admin.post("/tables", Map.of("key", "all", "name", "全部", "fields", FIELDS)).expect(201);
    }

    /** For each type: makes a value of a random number, in the form that an answer has. */
    private static final Map<String, Function<Random, Object>> VALUES = Map.ofEntries(
            Map.entry("text", random -> "文本 %_\\ " + Integer.toString(random.nextInt(500), 36)),
            Map.entry("integer", random -> random.nextLong(-9_007_199_254_740_991L, 9_007_199_254_740_991L)),
            Map.entry("decimal", random -> plain(random.nextInt(-99999, 99999), 3)),
            Map.entry("money",
                    random -> Map.of("amount", fixed(random.nextInt(-99999, 99999), 2), "currency", "CNY")),
            Map.entry("percent", random -> plain(random.nextInt(0, 10001), 4)),
            Map.entry("select", random -> List.of("a", "option-1", "option-2").get(random.nextInt(3))),
            Map.entry("multi",
                    random -> List.of(List.of("option-1"), List.of("option-1", "option-3"), List.of("option-2"))
                            .get(random.nextInt(3))),
            Map.entry("boolean", Random::nextBoolean),
            Map.entry("date", random -> java.time.LocalDate.of(1990, 1, 1).plusDays(random.nextInt(20000)).toString()),
            Map.entry("time",
                    random -> java.time.Instant.ofEpochMilli(random.nextLong(0, 1_900_000_000_000L)).toString()),
            Map.entry("link", random -> "https://example.com/a?b=" + random.nextInt(1000)),
            Map.entry("email", random -> "name-%d@example.com".formatted(random.nextInt(1000))),
            Map.entry("phone", random -> "+86138%08d".formatted(random.nextInt(100_000_000))),
            Map.entry("rating", random -> random.nextInt(1, 6)),
            Map.entry("span", random -> java.time.Duration.ofSeconds(random.nextInt(400_000)).toString()),
            Map.entry("clock", random -> "%02d:%02d".formatted(random.nextInt(24), random.nextInt(60))),
            Map.entry("month", random -> "20%02d-%02d".formatted(random.nextInt(100), random.nextInt(1, 13))),
            Map.entry("range", random -> Map.of("from", "2026-01-%02d".formatted(random.nextInt(1, 29)), "to",
                    "2026-02-%02d".formatted(random.nextInt(1, 29)))),
            Map.entry("region", random -> List.of(List.of("hebei", "sjz"), List.of("hebei", "bd"), List.of("tj"))
                    .get(random.nextInt(3))),
            Map.entry("state", random -> List.of("open", "doing", "done").get(random.nextInt(3))),
            Map.entry("level", random -> List.of("MET", "IMPROVE", "SUPPORT").get(random.nextInt(3))));

    private static String plain(int unscaled, int scale) {
        var number = new java.math.BigDecimal(java.math.BigInteger.valueOf(unscaled), scale).stripTrailingZeros();
        return (number.signum() == 0 ? java.math.BigDecimal.ZERO : number).toPlainString();
    }

    private static String fixed(int unscaled, int scale) {
        return new java.math.BigDecimal(java.math.BigInteger.valueOf(unscaled), scale).toPlainString();
    }

    @Test
    void whatIsStoredIsAnsweredTheSameAndFoundByItsValueOnly() {
        Random random = new Random(42);
        List<JsonNode> stored = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            Map<String, Object> values = new java.util.HashMap<>();
            VALUES.forEach((key, make) -> values.put(key, make.apply(random)));
            JsonNode answer = admin.post("/tables/all/records", Map.of("fields", values)).expect(201).json();
            JsonNode read = admin.get("/records/" + answer.path("id").asString()).expect(200).json();
            for (String key : VALUES.keySet())
                assertThat(comparable(read.path("fields").path(key))).as(key)
                        .isEqualTo(comparable(JSON.valueToTree(values.get(key))));
            stored.add(read);
        }
        for (String key : VALUES.keySet())
            for (JsonNode one : stored.subList(0, 8)) {
                JsonNode value = one.path("fields").path(key);
                List<String> same = stored.stream().filter(it -> it.path("fields").path(key).equals(value))
                        .map(it -> it.path("id").asString()).toList();
                assertThat(ids(filter(key, "eq", value))).as(key + " " + value)
                        .containsExactlyInAnyOrderElementsOf(same);
                assertThat(ids(filter(key, "ne", value))).as("not " + key).hasSize(25 - same.size());
            }
    }

    /** An instant may be answered with another offset or fewer zeros. */
    private static Object comparable(JsonNode value) {
        return value.isString() && value.asString().matches("\\d{4}-\\d\\d-\\d\\dT.*")
                ? java.time.OffsetDateTime.parse(value.asString()).toInstant()
                : value;
    }

    private static String filter(String field, String operator, Object value) {
        return JSON.writeValueAsString(Map.of("field", field, "op", operator, "value", value));
    }

    private List<String> ids(String filter) {
        return admin.get("/tables/all/records?limit=500&filter=" + URLEncoder.encode(filter, StandardCharsets.UTF_8))
                .expect(200).items().stream().map(it -> it.path("id").asString()).toList();
    }

    @Test
    void peopleAndUnitsAreTakenByCodeAndAnsweredWithTheirNames() {
        var answer = admin.post("/tables/all/records",
                Map.of("fields", Map.of("person", "li-lei", "org", Map.of("code", "north")))).expect(201);
        assertThat(answer.at("/fields/person/code")).isEqualTo("li-lei");
        assertThat(answer.at("/fields/org/code")).isEqualTo("north");
        assertThat(ids(filter("person", "eq", "li-lei"))).hasSize(1);
        assertThat(ids(filter("org", "inOrBelow", "hq"))).hasSize(1);
        assertThat(ids(filter("person", "eq", "admin"))).isEmpty();
    }

    @Test
    void severalPeopleAndUnitsARoleAndAPlaceAreAnsweredAsOneIs() {
        var answer = admin.post("/tables/all/records", Map.of("fields", Map.of("people",
                List.of("li-lei", Map.of("code", "admin"), "li-lei"), "places", List.of("north"), "office", "lead",
                "spot",
                Map.of("lat", "39.90870049", "lng", 116.4, "accuracy", 12.2)))).expect(201);
        assertThat(answer.json().path("fields").path("people").findValuesAsString("code"))
                .containsExactly("li-lei", "admin");
        assertThat(answer.at("/fields/places/0/code")).isEqualTo("north");
        assertThat(answer.at("/fields/office/key")).isEqualTo("lead");
        assertThat(answer.at("/fields/spot/lat")).isEqualTo("39.9087");
        assertThat(answer.at("/fields/spot/accuracy")).isEqualTo("13");
        admin.post("/tables/all/records", Map.of("fields", Map.of("people", List.of("li-lei")))).expect(201);
        assertThat(ids(filter("people", "contains", "admin"))).hasSize(1);
        assertThat(ids(filter("people", "in", List.of("admin", "li-lei")))).hasSize(2);
        assertThat(ids("{\"field\":\"people\",\"op\":\"isMe\"}")).hasSize(1);
        assertThat(ids(filter("places", "inOrBelow", "hq"))).hasSize(1);
        assertThat(ids(filter("places", "contains", "hq"))).isEmpty();
        assertThat(ids("{\"field\":\"spot\",\"op\":\"isNotEmpty\"}")).hasSize(1);
    }

    @Test
    void filesAreOfTheirKindAndAnsweredWithTheirNames() {
        String photo = upload("a.png", PNG, "image/png", "photo");
        String note = upload("说明.txt", "你好".getBytes(StandardCharsets.UTF_8), "text/plain", "document");
        var answer = admin.post("/tables/all/records", Map.of("fields", Map.of("papers",
                List.of(Map.of("file", note), photo), "signed", List.of(Map.of("file", photo))))).expect(201);
        assertThat(answer.at("/fields/papers/0/name")).isEqualTo("说明.txt");
        assertThat(answer.at("/fields/papers/0/kind")).isEqualTo("document");
        assertThat(answer.at("/fields/signed/0/kind")).isEqualTo("photo");
        String record = "/records/" + answer.at("id");
        admin.patch(record, Map.of("fields", Map.of("papers", answer.json().path("fields").path("papers"))))
                .expect(200);
        assertThat(admin.patch(record, Map.of("fields", Map.of("pictures", List.of(note)))).expect(422).problems())
                .containsExactly("fields.pictures:file-of-other-kind");
        assertThat(ids("{\"field\":\"papers\",\"op\":\"isNotEmpty\"}")).hasSize(1);
    }

    private String upload(String name, byte[] content, String type, String kind) {
        return admin.upload("/files", name, type, content, Map.of("kind", kind)).expect(201).at("id");
    }

    @Test
    void aBranchADayAndATimeOfDayAreFoundWithin() {
        admin.post("/tables/all/records", Map.of("fields", Map.of("region", List.of("hebei", "bd"), "range",
                Map.of("from", "2026-11-23", "to", "2026-11-27"), "clock", "9：05"))).expect(201);
        assertThat(ids(filter("region", "inOrBelow", List.of("hebei")))).hasSize(1);
        assertThat(ids(filter("region", "inOrBelow", List.of("tj")))).isEmpty();
        assertThat(ids(filter("region", "in", List.of(List.of("tj"), List.of("hebei", "bd"))))).hasSize(1);
        assertThat(ids(filter("range", "contains", "2026-11-27"))).hasSize(1);
        assertThat(ids(filter("range", "contains", "2026-11-28"))).isEmpty();
        assertThat(ids(filter("range", "between", List.of("2026-11-27", "2026-12-31")))).hasSize(1);
        assertThat(ids(filter("range", "between", List.of("2026-11-28", "2026-12-31")))).isEmpty();
        assertThat(ids(filter("clock", "lt", "10:00"))).hasSize(1);
    }

    @Test
    void aStatusMovesOnlyAlongItsTransitionsAndStartsAtItsDefault() {
        var made = admin.post("/tables/all/records", Map.of("fields", Map.of("text", "a"))).expect(201);
        assertThat(made.at("/fields/state")).isEqualTo("open");
        String record = "/records/" + made.at("id");
        admin.patch(record, Map.of("fields", Map.of("state", "doing"))).expect(200);
        assertThat(admin.patch(record, Map.of("fields", Map.of("state", "open"))).expect(422).problems())
                .containsExactly("fields.state:step-not-allowed");
        admin.patch(record, Map.of("fields", Map.of("state", "doing", "text", "b"))).expect(200);
        admin.patch("/tables/all/fields/state", Map.of("config", Map.of("options",
                List.of(Map.of("key", "open", "label", "待办")), "transitions", Map.of("open", List.of("nowhere")))))
                .expect(422);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"text | 12 | not-text",
        "text | \"a\\u0000b\" | bad-characters",
        "integer | 1.5 | not-an-integer", "integer | 9007199254740992 | too-large",
        "integer | \"abc\" | not-an-integer", "decimal | \"1e400\" | not-a-number",
        "decimal | 1e999999999 | not-a-number", "money | {\"amount\":\"1.234\"} | too-many-decimals",
        "money | {\"amount\":\"1\",\"currency\":\"XXQ\"} | unknown-currency", "percent | \"1.5\" | too-large",
        "select | \"zzz\" | unknown-option", "multi | \"option-1\" | not-a-list",
        "multi | [\"option-1\",\"x\"] | unknown-option", "boolean | \"true\" | not-a-boolean",
        "date | \"2026-02-30\" | not-a-day", "time | \"2026-02-01T00:00:00\" | not-a-date-time",
        "person | \"nobody\" | unknown-person", "person | [] | not-a-reference", "org | \"x\" | unknown-unit",
        "email | \"a b@c\" | not-an-email", "email | 5 | not-text", "phone | \"12\" | not-a-phone",
        "phone | \"call me\" | not-a-phone", "rating | 0 | not-a-rating", "rating | 6 | not-a-rating",
        "rating | 2.5 | not-a-rating", "span | \"1:30\" | not-a-duration-value", "span | 90 | not-a-duration-value",
        "span | \"PT0.5S\" | not-a-duration-value", "span | \"-PT1H\" | duration-out-of-range",
        "span | \"PT99999999H\" | duration-out-of-range",
        "clock | \"25:00\" | not-a-time-of-day", "clock | 9 | not-text", "month | \"2026-13\" | not-a-month",
        "range | {\"from\":\"2026-01-01\"} | not-a-date-range", "range | [] | not-a-date-range",
        "range | {\"from\":\"2026-01-02\",\"to\":\"2026-01-01\"} | range-reversed",
        "range | {\"from\":\"2026-01-02\",\"to\":\"2026-02-30\"} | not-a-day",
        "people | \"li-lei\" | not-a-list", "people | [\"li-lei\",\"nobody\"] | unknown-person",
        "places | [\"x\"] | unknown-unit", "office | \"king\" | unknown-role", "spot | \"here\" | not-a-location",
        "spot | {\"lat\":91,\"lng\":0} | not-degrees", "region | \"tj\" | not-a-list",
        "region | [\"hebei\"] | path-goes-on", "region | [\"hebei\",\"tj\"] | unknown-option",
        "state | \"closed\" | unknown-option", "link | \"javascript:alert(1)\" | not-a-link",
        "level | \"GOOD\" | unknown-option",
        "proof | [{\"kind\":\"smell\",\"url\":\"http://a.b\"}] | unknown-evidence-kind",
        "proof | [{\"kind\":\"photo\"}] | evidence-without-content",
        "proof | [{\"kind\":\"photo\",\"file\":\"0190a0a0-0000-7000-8000-000000000000\"}] | unknown-file"})
    void aWrongValueIsRefusedByNameAndNothingIsStored(String field, String value, String code) {
        var answer = admin.post("/tables/all/records", "{\"fields\":{\"%s\":%s}}".formatted(field, value)).expect(422);
        assertThat(answer.problems()).singleElement().asString().startsWith("fields." + field).endsWith(":" + code);
        String message = answer.json().at("/errors/0/message").asString();
        assertThat(message).matches("(字段.*|.*「.+」.*)。");
        assertThat(admin.get("/tables/all/records?total=true").json().path("total").asLong()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"email, Li.Lei@Example.COM, li.lei@example.com", "phone, 138 0013 8000, +8613800138000",
        "phone, (0311) 8765-4321, +8631187654321", "phone, 0311-87654321 ext. 12, +8631187654321;ext=12",
        "phone, 0311-87654321 转 12, +8631187654321;ext=12",
        "phone, +44 20 7946 0958, +442079460958", "span, P1DT30M, PT24H30M"})
    void oneThingIsKeptInOneWriting(String field, String given, String kept) {
        var answer = admin.post("/tables/all/records", Map.of("fields", Map.of(field, given))).expect(201);
        assertThat(answer.at("/fields/" + field)).isEqualTo(kept);
        assertThat(ids(filter(field, "eq", given))).hasSize(1);
    }
}

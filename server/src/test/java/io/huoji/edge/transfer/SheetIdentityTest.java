package io.huoji.edge.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.huoji.platform.table.field.FieldTypes;
import io.huoji.testkit.Api;
import io.huoji.testkit.Company;
import io.huoji.testkit.HuojiTest;
import io.huoji.testkit.World;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Whatever is stored, exported and imported again is the same: for every field type, as xlsx and as csv. */
@HuojiTest
class SheetIdentityTest {

    private static final int RECORDS = 60;
    private static final List<String> TEXTS = List.of("普通", "=1+1", "-5", "+86", "@x", "'=x", "''", "a,b;c d",
            "\"引号\"",
            "1,234", "007", "2026-01-02", "true", "12%", "e1", "  ·x", "😀", "<&>", "1E5");
    private static final List<Map<String, Object>> OPTIONS = List.of(Map.of("key", "a", "label", "同名"),
            Map.of("key", "b", "label", "同名"), Map.of("key", "c", "label", "a"), Map.of("key", "d", "label", "丙、丁"),
            Map.of("key", "e", "label", "e (f)"), Map.of("key", "f", "label", "=戊"));

    @Autowired World world;
    @Autowired FieldTypes types;
    @Autowired ImportWork imports;

    private Company company;
    private Api admin;

    /** For each type a value of a random number, as the API takes it. */
    private static final Map<String, Function<Random, Object>> VALUES = Map.ofEntries(
            Map.entry("text", random -> TEXTS.get(random.nextInt(TEXTS.size()))),
            Map.entry("longText", random -> "第一行\n" + TEXTS.get(random.nextInt(TEXTS.size()))),
            Map.entry("integer", random -> random.nextLong(-9_007_199_254_740_991L, 9_007_199_254_740_991L)),
            Map.entry("decimal", random -> decimal(random.nextLong(), random.nextInt(0, 12))),
            Map.entry("money", random -> Map.of("amount", decimal(random.nextInt(), 2), "currency",
                    random.nextBoolean() ? "CNY" : "USD")),
            Map.entry("percent", random -> decimal(random.nextInt(0, 1_000_001), 6)),
            Map.entry("select", SheetIdentityTest::option),
            Map.entry("multiSelect", random -> List.of(option(random), option(random))),
            Map.entry("boolean", Random::nextBoolean),
            Map.entry("date", random -> LocalDate.of(1900, 1, 1).plusDays(random.nextInt(100_000)).toString()),
            Map.entry("dateTime", random -> Instant.ofEpochMilli(random.nextLong(-2_000_000_000_000L,
                    7_000_000_000_000L)).toString()),
            Map.entry("person", random -> List.of("li-lei", "wang-1", "wang-2").get(random.nextInt(3))),
            Map.entry("unit", random -> List.of("east", "east-1", "west-1").get(random.nextInt(3))),
            Map.entry("webLink", random -> "https://example.com/?q=" + random.nextInt()),
            Map.entry("quality", random -> List.of("MET", "IMPROVE", "SUPPORT").get(random.nextInt(3))),
            Map.entry("evidence", random -> List.of(Map.of("kind", "link", "url", "https://example.com/"
                    + random.nextInt()), Map.of("kind", "link", "url", "https://example.com/2"))),
            Map.entry("email", random -> "a%d@example.com".formatted(random.nextInt(1000))),
            Map.entry("phone", random -> "+86138%08d".formatted(random.nextInt(100_000_000))),
            Map.entry("rating", random -> random.nextInt(1, 6)),
            Map.entry("time", random -> "%02d:%02d".formatted(random.nextInt(24), random.nextInt(60))),
            Map.entry("month", random -> "20%02d-%02d".formatted(random.nextInt(100), random.nextInt(1, 13))),
            Map.entry("dateRange", random -> Map.of("from", "2026-01-%02d".formatted(random.nextInt(1, 29)), "to",
                    "2026-02-%02d".formatted(random.nextInt(1, 29)))),
            Map.entry("cascader", random -> List.of(List.of("a"), List.of("b", "x"), List.of("b", "y"), List.of("c"))
                    .get(random.nextInt(4))),
            Map.entry("status", random -> List.of("open", "done").get(random.nextInt(2))),
            Map.entry("persons", random -> List.of(List.of("wang-1"), List.of("wang-2", "li-lei"), List.of("li-lei"))
                    .get(random.nextInt(3))),
            Map.entry("units", random -> List.of(List.of("east-1", "west-1"), List.of("east")).get(random.nextInt(2))),
            Map.entry("role", random -> List.of("lead", "staff", "hr").get(random.nextInt(3))),
            Map.entry("location", random -> Map.of("lat", decimal(random.nextInt(-8_000_000, 8_000_000), 5), "lng",
                    decimal(random.nextInt(-17_000_000, 17_000_000), 5), "accuracy", random.nextInt(100), "name",
                    List.of("天安门 东侧", "-1, 2 ±3", "A").get(random.nextInt(3)))),
            Map.entry("duration", random -> Duration.ofSeconds(random.nextInt(400_000)).toString()));

    private static Object option(Random random) {
        return String.valueOf("abcdef".charAt(random.nextInt(6)));
    }

    private static String decimal(long unscaled, int scale) {
        return new BigDecimal(BigInteger.valueOf(unscaled), scale).toPlainString();
    }

    private static String key(String type) {
        return "f-" + type.toLowerCase(java.util.Locale.ROOT);
    }

    @BeforeEach
    void aTableOfAllTypes() {
        company = world.newTenant();
        company.unit("east", "region");
        company.unit("west", "region");
        admin = company.admin();
        for (String above : List.of("east", "west"))
            admin.post("/units", Map.of("code", above + "-1", "name", "一校区", "parent", above)).expect(201);
        company.staff("li-lei", "east");
        for (int i = 1; i <= 2; i++)
            admin.post("/people", Map.of("code", "wang-" + i, "name", "王芳", "unit", "east")).expect(201);
        for (String table : List.of("first", "second"))
            admin.post("/tables", Map.of("key", table, "name", table, "fields", fields())).expect(201);
    }

    private static List<Map<String, Object>> fields() {
        List<Map<String, Object>> fields = new ArrayList<>();
        VALUES.keySet().stream().sorted()
                .forEach(type -> fields.add(Map.of("key", key(type), "name", "字段" + type, "type", type, "config",
                        config(type))));
        return fields;
    }

    private static Map<String, Object> config(String type) {
        return switch (type) {
            case "select", "multiSelect" -> Map.of("options", OPTIONS);
            case "status" -> Map.of("options",
                    List.of(Map.of("key", "open", "label", "待办"), Map.of("key", "done", "label", "已完成")));
            case "cascader" -> Map.of("options", List.of(Map.of("key", "a", "label", "同名"),
                    Map.of("key", "b", "label", "同名", "children",
                            List.of(Map.of("key", "x", "label", "x / y"), Map.of("key", "y", "label", "乙"))),
                    Map.of("key", "c", "label", "丙、丁")));
            default -> Map.of();
        };
    }

    /** A type that comes later must stand here too, unless it needs another table: then it has a test of its own. */
    @Test
    void everyTypeIsTried() {
        // A file belongs to one record: no sheet can give it to another.
        List<String> elsewhere = List.of("node", "object", "attachment", "photo", "recording", "signature");
        assertThat(types.all().stream().map(type -> type.key()).filter(key -> !elsewhere.contains(key)))
                .isSubsetOf(VALUES.keySet());
    }

    @Test
    void whatIsExportedIsUnchangedWhenImportedAndTheSameWhenImportedElsewhere() {
        fill();
        for (String format : List.of("xlsx", "csv")) {
            byte[] known = admin.post("/tables/first/records:export", Map.of("format", format, "ids", true))
                    .expect(200).bytes();
            JsonNode same = imported("first", format, known);
            assertThat(same.at("/transfer/unchanged").asInt()).as(format + same.path("problems")).isEqualTo(RECORDS);

            byte[] plain = admin.post("/tables/first/records:export", Map.of("format", format, "sort", "")).expect(200)
                    .bytes();
            JsonNode made = imported("second", format, plain);
            assertThat(made.at("/transfer/created").asInt()).as(format + made.path("problems")).isEqualTo(RECORDS);
            assertThat(values("second")).containsExactlyInAnyOrderElementsOf(values("first"));
            admin.get("/tables/second/records?limit=500").items()
                    .forEach(record -> admin.delete("/records/" + record.path("id").asString()).expect(204));
        }
    }

    private void fill() {
        Random random = new Random(7);
        List<Object> items = new ArrayList<>();
        for (int i = 0; i < RECORDS; i++) {
            Map<String, Object> values = new HashMap<>();
            VALUES.forEach((type, make) -> {
                if (random.nextInt(10) > 0)
                    values.put(key(type), make.apply(random));
            });
            values.put("f-text", "%s %d".formatted(TEXTS.get(i % TEXTS.size()), i));
            items.add(Map.of("fields", values));
        }
        JsonNode stored = admin.post("/tables/first/records:batch", Map.of("items", items)).expect(200).json();
        assertThat(stored.path("items").valueStream().map(item -> item.path("errors")).filter(it -> !it.isEmpty()))
                .isEmpty();
        assertThat(admin.get("/tables/first/records?total=true&limit=1").at("/total")).isEqualTo("" + RECORDS);
    }

    private List<JsonNode> values(String table) {
        return admin.get("/tables/" + table + "/records?limit=500").items().stream().map(it -> it.path("fields"))
                .toList();
    }

    private JsonNode imported(String table, String format, byte[] file) {
        JsonNode begun = admin.upload("/tables/" + table + "/records:import", "a." + format, "text/plain", file,
                Map.of()).expect(201).json();
        String id = begun.at("/transfer/id").asString();
        admin.post("/imports/" + id + ":run").expect(202);
        imports.run(company.tenant(), UUID.fromString(id), () -> false);
        return admin.get("/imports/" + id).expect(200).json();
    }
}

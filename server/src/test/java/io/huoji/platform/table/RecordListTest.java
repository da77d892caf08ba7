package io.huoji.platform.table;

import static io.huoji.platform.table.VisitTable.encoded;
import static io.huoji.platform.table.VisitTable.visit;
import static org.assertj.core.api.Assertions.assertThat;

import io.huoji.testkit.Answer;
import io.huoji.testkit.Api;
import io.huoji.testkit.HuojiTest;
import io.huoji.testkit.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Filters, orders and pages of records, and whose they show. */
@HuojiTest
class RecordListTest {

    @Autowired World world;
    VisitTable table;
    Api admin;

    @BeforeEach
    void threeVisits() {
        table = new VisitTable(world.newTenant());
        admin = table.admin;
        table.submit(visit("one", "count", 10, "amount", "1.50", "budget", money("5.00"), "share", "0.1", "sort", "a",
                "tags", List.of("a", "b"), "done", true, "day", "2026-11-01", "met", "2026-11-01T09:00:00+08:00",
                "guest",
                "nora", "team", "east-1", "site", "https://a.example/", "level", "MET", "note", "50% _off_"))
                .expect(201);
        table.submit(visit("two", "who", "nora", "count", 9, "amount", "-2", "budget", money("40"), "share", "0.5",
                "sort", "b", "tags", List.of("c"), "done", false, "day", Instant.now().toString().substring(0, 10),
                "met", Instant.now().toString(), "guest", "li-lei", "team", "west", "proof",
                List.of(Map.of("kind", "link", "url", "https://a.example/")))).expect(201);
        table.submit(visit("three", "who", "li-lei", "count", 8)).expect(201);
    }

    private static Map<String, Object> money(String amount) {
        return Map.of("amount", amount, "currency", "CNY");
    }

    private List<String> found(String filter) {
        return table.titles(admin, "&sort=-count&filter=" + encoded(filter));
    }

    private List<String> found(String field, String op, String value) {
        return found("{\"field\":\"%s\",\"op\":\"%s\"%s}".formatted(field, op,
                value.isEmpty() ? "" : ",\"value\":" + value));
    }

    private Answer refused(String filter) {
        return admin.get("/tables/visits/records?filter=" + encoded(filter)).expect(400);
    }

    @Test
    void refusesWhatIsNoFilterOrOrder() {
        assertThat(refused("{").problems()).containsExactly("filter:not-json");
        assertThat(refused("{}").problems()).containsExactly("filter:not-a-condition");
        assertThat(refused("{\"field\":\"colour\",\"op\":\"eq\",\"value\":1}").problems())
                .containsExactly("filter:unknown-field");
        assertThat(refused("{\"and\":[{\"field\":\"count\",\"op\":\"like\",\"value\":1}]}").problems())
                .containsExactly("filter.and[0].op:unknown-operator");
        refused("{\"field\":\"count\",\"op\":\"contains\",\"value\":1}");
        refused("{\"field\":\"count\",\"op\":\"in\",\"value\":1}");
        refused("{\"field\":\"count\",\"op\":\"between\",\"value\":[1]}");
        refused("{\"field\":\"day\",\"op\":\"eq\",\"value\":\"soon\"}");
        refused("{\"field\":\"who\",\"op\":\"eq\"}");
        for (String query : List.of("sort=colour", "sort=tags", "cursor=abc", "limit=501", "sort=,"))
            admin.get("/tables/visits/records?" + query).expect(400);
        String cursor = admin.get("/tables/visits/records?limit=1&sort=count").at("/nextCursor");
        admin.get("/tables/visits/records?sort=title&cursor=" + cursor).expect(400);
    }

    @Test
    void comparesByEveryOperatorOfEachType() {
        assertThat(found("title", "eq", "\"one\"")).containsExactly("one");
        assertThat(found("title", "startsWith", "\"t\"")).containsExactly("two", "three");
        assertThat(found("title", "in", "[\"one\",\"two\"]")).containsExactly("one", "two");
        assertThat(found("title", "notIn", "[\"one\",\"two\"]")).containsExactly("three");
        assertThat(found("title", "in", "[]")).isEmpty();
        assertThat(found("note", "contains", "\"% _\"")).containsExactly("one");
        assertThat(found("count", "ge", "9")).containsExactly("one", "two");
        assertThat(found("count", "between", "[8,9]")).containsExactly("two", "three");
        assertThat(found("amount", "lt", "\"0\"")).containsExactly("two");
        assertThat(found("amount", "ne", "\"1.5\"")).containsExactly("two", "three");
        assertThat(found("budget", "gt", "{\"amount\":\"10\",\"currency\":\"CNY\"}")).containsExactly("two");
        assertThat(found("share", "le", "\"0.1\"")).containsExactly("one");
        assertThat(found("sort", "ne", "\"a\"")).containsExactly("two", "three");
        assertThat(found("tags", "contains", "\"b\"")).containsExactly("one");
        assertThat(found("tags", "in", "[\"b\",\"c\"]")).containsExactly("one", "two");
        assertThat(found("tags", "eq", "[\"b\",\"a\"]")).containsExactly("one");
        assertThat(found("tags", "notIn", "[\"c\"]")).containsExactly("one", "three");
        assertThat(found("done", "eq", "false")).containsExactly("two");
        assertThat(found("done", "isEmpty", "")).containsExactly("three");
        assertThat(found("site", "isNotEmpty", "")).containsExactly("one");
        assertThat(found("proof", "contains", "\"link\"")).containsExactly("two");
        assertThat(found("quality", "eq", "\"MET\"")).containsExactly("one");
    }

    @Test
    void knowsPlacesPeopleAndTimes() {
        assertThat(found("day", "thisWeek", "")).containsExactly("two");
        assertThat(found("met", "thisWeek", "")).containsExactly("two");
        assertThat(found("day", "lt", "\"2026-11-02\"")).containsExactly("one");
        assertThat(found("met", "le", "\"2026-11-01T01:00:00Z\"")).containsExactly("one");
        assertThat(found("unit", "inOrBelow", "\"east\"")).containsExactly("one", "two");
        assertThat(found("unit", "eq", "\"east\"")).containsExactly("two");
        assertThat(found("team", "inOrBelow", "\"hq\"")).containsExactly("one", "two");
        assertThat(found("guest", "eq", "\"nora\"")).containsExactly("one");
        assertThat(found("subject", "in", "[\"nora\",\"li-lei\"]")).containsExactly("two", "three");
        assertThat(table.titles(table.company.as("nora"), "&filter=" + encoded(
                "{\"field\":\"who\",\"op\":\"isMe\"}"))).containsExactly("two");
        assertThat(found("createdBy", "isMe", "")).hasSize(3);
        assertThat(found("late", "eq", "true")).hasSize(3);
    }

    @Test
    void nestsConditions() {
        assertThat(found("""
                {"or":[{"and":[{"field":"count","op":"ge","value":9},{"field":"done","op":"eq","value":true}]},
                       {"field":"subject","op":"eq","value":"li-lei"}]}""")).containsExactly("one", "three");
        assertThat(found("{\"and\":[]}")).hasSize(3);
    }

    @Test
    void pagesThroughEveryOrderWithoutLossOrRepeat() {
        List<Map<String, Object>> items = new ArrayList<>();
        for (int i = 0; i < 23; i++) {
            Map<String, Object> fields = visit("t" + i, "count", i % 4);
            if (i % 3 != 0)
                fields.putAll(Map.of("amount", String.valueOf(i % 5), "day", "2026-01-0" + (1 + i % 7), "sort",
                        List.of("a", "b", "c").get(i % 3), "done", i % 2 == 0, "guest", "nora", "share", "0." + i % 5));
            items.add(Map.of("fields", fields));
        }
        table.batch("?atomic=true", true, items).expect(200);
        for (String sort : List.of("", "title", "-title", "count", "-count", "amount", "-amount", "-day,count",
                "sort,-amount",
                "-done", "guest", "-guest,share", "createdAt", "-occurredAt", "updatedBy", "-externalId",
                "-unit,-budget"))
            assertThat(walk(sort)).as(sort).hasSize(26).doesNotHaveDuplicates()
                    .isEqualTo(table.titles(admin, "&sort=" + sort));
        assertThat(admin.get("/tables/visits/records?limit=1&total=true").at("/total")).isEqualTo("26");
    }

    private List<String> walk(String sort) {
        List<String> titles = new ArrayList<>();
        String cursor = "";
        do {
            Answer page = admin.get("/tables/visits/records?limit=4&sort=" + sort + cursor).expect(200);
            page.items().forEach(item -> titles.add(item.at("/fields/title").asString()));
            cursor = page.json().path("nextCursor").isString() ? "&cursor=" + page.at("/nextCursor") : "";
        } while (!cursor.isEmpty() && titles.size() < 100);
        return titles;
    }

    @Test
    void showsStaffTheirOwnAndALeadTheUnitAndBelow() {
        assertThat(table.titles(table.company.as("moses"), "")).containsExactly("one");
        assertThat(table.titles(table.company.as("melvin"), "&sort=-count")).containsExactly("one", "two");
        assertThat(table.titles(table.company.as("li-lei"), "&filter=" + encoded(
                "{\"or\":[{\"field\":\"count\",\"op\":\"ge\",\"value\":0}]}"))).containsExactly("three");
        assertThat(table.company.as("moses").get("/tables/visits/records?total=true").at("/total")).isEqualTo("1");
        world.newTenant().admin().get("/tables/visits/records").expect(404);
    }
}

package io.huoji.insight.metric;

import static org.assertj.core.api.Assertions.assertThat;

import io.huoji.insight.metric.LedgerForTests.Act;
import io.huoji.insight.metric.LedgerForTests.Due;
import io.huoji.platform.event.Events;
import io.huoji.platform.kernel.Ids;
import io.huoji.platform.org.Person;
import io.huoji.testkit.Answer;
import io.huoji.testkit.Api;
import io.huoji.testkit.Company;
import io.huoji.testkit.HuojiTest;
import io.huoji.testkit.World;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

@HuojiTest
@Import(LedgerForTests.class)
class MetricsTest {

    private static final String WINDOW = "from=2026-09-01&to=2026-11-01";

    @Autowired World world;
    @Autowired LedgerForTests ledger;
    @Autowired Events events;

    @SuppressWarnings("NullAway.Init") private Company company;
    private UUID table = new UUID(0, 0);
    private UUID node = new UUID(0, 0);
    private UUID north = new UUID(0, 0);
    private UUID south = new UUID(0, 0);

    @BeforeEach
    void aCompanyInTwoRegions() {
        company = world.newTenant();
        UUID area = company.unit("area", "area");
        assertThat(area).isNotNull();
        north = company.unit("north", "region", "area");
        south = company.unit("south", "region", "area");
        table = ledger.table(company.tenant(), "acts");
        node = ledger.node(company.tenant(), table, "visit");
    }

    @Test
    void refusesEveryWordThatItDoesNotKnow() {
        Api admin = company.admin();
        assertThat(admin.get("/metrics/completion").expect(400).problems())
                .containsExactlyInAnyOrder("from:required", "to:required");
        assertThat(admin.get("/metrics/completion?from=2026-10-01&to=soon&by=planet&grain=year").expect(400).problems())
                .containsExactlyInAnyOrder("to:not-a-local-date", "by:unknown-option", "grain:unknown-option");
        assertThat(admin.get("/metrics/completion?from=2026-10-01&to=2026-10-01").expect(400).problems())
                .containsExactly("to:empty-window");
        assertThat(admin.get("/metrics/completion?by=unit&level=galaxy&" + WINDOW).expect(400).problems())
                .containsExactly("level:unknown-option");
        assertThat(admin.get("/metrics/completion?level=region&" + WINDOW).expect(400).problems())
                .containsExactly("level:level-without-unit");
        assertThat(filtered(admin, "{\"field\":\"unit\",\"op\":\"eq\",\"value\":\"atlantis\"}").expect(400).problems())
                .containsExactly("filter:unknown-filter-value");
        assertThat(filtered(admin, "{\"field\":\"mood\",\"op\":\"eq\",\"value\":\"good\"}").expect(400).problems())
                .containsExactly("filter:unknown-figure-field");
        assertThat(
                filtered(admin, "{\"field\":\"unit\",\"op\":\"contains\",\"value\":\"north\"}").expect(400).problems())
                .containsExactly("filter:unknown-figure-operator");
        admin.get("/metrics/happiness?" + WINDOW).expect(404);
        company.nobody().get("/metrics/completion?" + WINDOW).expect(401);
    }

    @Test
    void answersOnTimeLateMissedAndExemptWithInterval() {
        Person anna = company.staff("anna", "north");
        for (int n = 0; n < 20; n++) {
            Act act = act(anna, north, "2026-10-%02dT03:00:00Z".formatted(n + 1), "MET");
            expect(anna, north, "2026-10-%02dT02:00:00Z".formatted(n + 1), n < 17 ? act.at().minusSeconds(7200) : null,
                    n < 17 ? act : null, false);
        }
        expect(anna, north, "2026-10-21T02:00:00Z", null, null, true);
        events.drain(company.tenant());

        JsonNode answer = company.admin().get("/metrics/completion?by=unit&grain=month&" + WINDOW).expect(200).json();
        assertThat(answer.at("/definition/metric").asString()).isEqualTo("completion");
        assertThat(answer.at("/definition/version").asInt()).isEqualTo(1);
        assertThat(answer.at("/definition/text").asString()).contains("完成率");
        assertThat(answer.at("/asOf").asString()).endsWith("Z");
        assertThat(answer.get("items").size()).isEqualTo(1);
        JsonNode item = answer.at("/items/0");
        assertThat(item.at("/keys/unit/code").asString()).isEqualTo("north");
        assertThat(item.at("/keys/period").asString()).isEqualTo("2026-10");
        assertThat(item.get("numerator").asInt()).isEqualTo(17);
        assertThat(item.get("denominator").asInt()).isEqualTo(20);
        assertThat(item.get("n").asInt()).isEqualTo(20);
        assertThat(item.get("value").asDouble()).isEqualTo(0.85);
        assertThat(item.get("low").asDouble()).isBetween(0.6395, 0.6405);
        assertThat(item.get("high").asDouble()).isBetween(0.9475, 0.9485);
        assertThat(item.get("small").asBoolean()).isFalse();
        assertThat(item.get("verdict").asString()).isEqualTo("unsure");
        assertThat(counts(item, "done", "late", "missed", "exempt", "unplanned")).containsExactly(17, 0, 3, 1, 3);
    }

    @Test
    void hidesTheValueOfFewButNeverTheCounts() {
        Person anna = company.staff("anna", "north");
        expect(anna, north, "2026-10-02T02:00:00Z", null, null, false);
        events.drain(company.tenant());
        JsonNode item = company.admin().get("/metrics/completion?" + WINDOW).expect(200).json().at("/items/0");
        assertThat(item.get("value").isNull()).isTrue();
        assertThat(item.get("low").isNull()).isTrue();
        assertThat(item.get("verdict").asString()).isEqualTo("tooFew");
        assertThat(counts(item, "numerator", "denominator", "n", "missed")).containsExactly(0, 1, 1, 1);
        assertThat(item.get("keys").isEmpty()).isTrue();
    }

    @Test
    void rollsUpToAKindOfUnitAndFiltersByTree() {
        Person anna = company.staff("anna", "north");
        Person bert = company.staff("bert", "south");
        act(anna, north, "2026-10-01T03:00:00Z", "MET");
        act(bert, south, "2026-10-02T03:00:00Z", "IMPROVE");
        act(bert, south, "2026-10-03T03:00:00Z", "SUPPORT");
        events.drain(company.tenant());
        Api admin = company.admin();
        assertThat(admin.get("/metrics/quality?by=unit&level=area&" + WINDOW).items()).singleElement()
                .satisfies(item -> {
                    assertThat(item.at("/keys/unit/code").asString()).isEqualTo("area");
                    assertThat(counts(item, "numerator", "denominator", "notDone")).containsExactly(1, 3, 0);
                    assertThat(counts(item.get("levels"), "MET", "IMPROVE", "SUPPORT")).containsExactly(1, 1, 1);
                });
        String below = "{\"field\":\"unit\",\"op\":\"inOrBelow\",\"value\":\"area\"}";
        assertThat(rated(admin, below)).isEqualTo(3);
        assertThat(rated(admin, "{\"and\":[" + below + ",{\"field\":\"person\",\"op\":\"eq\",\"value\":\"bert\"}]}"))
                .isEqualTo(2);
        assertThat(rated(admin, "{\"or\":[{\"field\":\"unit\",\"op\":\"eq\",\"value\":\"north\"},"
                + "{\"field\":\"node\",\"op\":\"eq\",\"value\":\"visit\"}]}")).isEqualTo(3);
        assertThat(rated(admin, "{\"field\":\"unit\",\"op\":\"ne\",\"value\":{\"code\":\"south\"}}")).isEqualTo(1);
    }

    @Test
    void countsForEachViewerExactlyTheirRows() {
        Person anna = company.staff("anna", "north");
        Person bert = company.staff("bert", "south");
        company.lead("lena", "north");
        act(anna, north, "2026-10-01T03:00:00Z", "MET");
        act(bert, south, "2026-10-02T03:00:00Z", "MET");
        act(bert, north, "2026-10-03T03:00:00Z", "MET");
        events.drain(company.tenant());
        assertThat(rated(company.admin(), null)).isEqualTo(3);
        assertThat(rated(company.as("lena"), null)).isEqualTo(2);
        assertThat(rated(company.as("anna"), null)).isEqualTo(1);
        assertThat(rated(company.as("bert"), null)).isEqualTo(2);
        company.staff("idle", "south");
        assertThat(rated(company.as("idle"), null)).isZero();
    }

    @Test
    void countsKeyActionsAndWhatIsProven() {
        Person anna = company.staff("anna", "north");
        Act proven = evidence(anna, "2026-10-01T03:00:00Z", 2, true);
        evidence(anna, "2026-10-02T03:00:00Z", 2, false);
        act(anna, north, "2026-10-03T03:00:00Z", "MET");
        expect(anna, north, "2026-10-01T12:00:00Z", proven.at(), proven, false);
        expect(anna, north, "2026-10-05T12:00:00Z", null, null, false);
        events.drain(company.tenant());
        JsonNode item = company.admin().get("/metrics/evidence?by=person&" + WINDOW).expect(200).json().at("/items/0");
        assertThat(item.at("/keys/person/code").asString()).isEqualTo("anna");
        assertThat(counts(item, "numerator", "denominator", "onTime", "actions")).containsExactly(1, 2, 1, 3);
        assertThat(counts(item.get("proven"), "numerator", "denominator")).containsExactly(1, 2);
        assertThat(counts(item.get("completion"), "numerator", "denominator")).containsExactly(1, 2);
    }

    private Act act(Person person, UUID unit, String at, String level) {
        return store(
                new Act(Ids.next(), person.id(), unit, node, Instant.parse(at), false, level, null, 0, false, false));
    }

    private Act evidence(Person person, String at, int needed, boolean complete) {
        return store(
                new Act(Ids.next(), person.id(), north, node, Instant.parse(at), false, null, null, needed, complete,
                        false));
    }

    private Act store(Act act) {
        ledger.write(company.tenant(), table, null, act);
        return act;
    }

    private void expect(Person person, UUID unit, String due, @org.jspecify.annotations.Nullable Instant closedAt,
            @org.jspecify.annotations.Nullable Act by, boolean exempt) {
        Instant at = Instant.parse(due);
        LocalDate day = at.atZone(LedgerForTests.ZONE).toLocalDate();
        ledger.write(company.tenant(), List.of(), List.of(new Due(Ids.next(), person.id(), unit, node, at, day,
                by == null ? null : by.id(), closedAt, exempt, null)), by == null ? List.of() : List.of(by));
    }

    private static List<Integer> counts(JsonNode item, String... names) {
        return java.util.Arrays.stream(names).map(name -> item.path(name).asInt(-1)).toList();
    }

    private static int rated(Api api, @org.jspecify.annotations.Nullable String filter) {
        Answer answer = filter == null
                ? api.get("/metrics/quality?" + WINDOW)
                : filtered(api, filter, "quality");
        return answer.expect(200).items().stream().mapToInt(item -> item.get("denominator").asInt()).sum();
    }

    private static Answer filtered(Api api, String filter) {
        return filtered(api, filter, "completion");
    }

    private static Answer filtered(Api api, String filter, String metric) {
        return api.get("/metrics/" + metric + "?" + WINDOW + "&filter="
                + java.net.URLEncoder.encode(filter, java.nio.charset.StandardCharsets.UTF_8));
    }
}

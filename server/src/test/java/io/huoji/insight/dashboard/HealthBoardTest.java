package io.huoji.insight.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.huoji.insight.metric.LedgerForTests;
import io.huoji.insight.metric.LedgerForTests.Act;
import io.huoji.insight.metric.LedgerForTests.Due;
import io.huoji.platform.access.Viewer;
import io.huoji.platform.event.Events;
import io.huoji.platform.kernel.Ids;
import io.huoji.platform.org.Person;
import io.huoji.platform.table.Condition;
import io.huoji.platform.table.RecordCounts;
import io.huoji.testkit.Api;
import io.huoji.testkit.Company;
import io.huoji.testkit.HuojiTest;
import io.huoji.testkit.TestClock;
import io.huoji.testkit.World;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

@HuojiTest
@Import({LedgerForTests.class, RecordCounts.class})
class HealthBoardTest {

    private static final Instant NOW = Instant.parse("2026-11-18T04:00:00Z");

    @Autowired World world;
    @Autowired LedgerForTests ledger;
    @Autowired Events events;
    @Autowired RecordCounts records;
    @Autowired TestClock clock;

    @SuppressWarnings("NullAway.Init") private Company company;
    private final List<UUID> units = new ArrayList<>();
    private final List<Person> people = new ArrayList<>();
    private final List<UUID> nodes = new ArrayList<>();
    private UUID table = new UUID(0, 0);

    @BeforeEach
    void aCompanyWithAHistory() {
        company = world.newTenant();
        clock.set(NOW);
        company.unit("area", "area");
        for (String code : List.of("north", "south")) {
            units.add(company.unit(code, "region", code.equals("north") ? "area" : "hq"));
            people.add(company.staff("p-" + code, code));
        }
        company.lead("lena", "north");
        company.admin().post("/tables", Map.of("key", "acts", "name", "动作", "fields", List.of(
                Map.of("key", "who", "name", "谁", "type", "person", "role", "subject"),
                Map.of("key", "when", "name", "何时", "type", "dateTime", "role", "occurredAt"),
                Map.of("key", "action", "name", "动作", "type", "node", "role", "node"))))
                .expect(201);
        table = UUID.fromString(company.admin().get("/tables/acts").expect(200).at("id"));
        nodes.add(ledger.node(company.tenant(), table, "visit"));
        nodes.add(ledger.node(company.tenant(), table, "listen"));
        live(new Random(7));
    }

    @AfterEach
    void realTime() {
        clock.reset();
    }

    @Test
    void drillsFromEveryCellToExactlyItsRows() {
        JsonNode board = company.admin().get("/dashboards/health/data?grain=month&period=2026-11").expect(200).json();
        agrees(board, company.admin(), Viewer.system(company.tenant()));
        assertThat(board.at("/widgets/due/open").asLong()).isPositive();
        assertThat(board.at("/widgets/due/overdue").asLong()).isPositive();
        assertThat(board.at("/widgets/completion/trend")).hasSizeGreaterThan(1);
        JsonNode week = company.admin().get("/dashboards/health/data?grain=week&unit=area").expect(200).json();
        assertThat(week.get("period").asString()).isEqualTo("2026-W47");
        assertThat(week.at("/unit/code").asString()).isEqualTo("area");
        assertThat(week.get("running").asBoolean()).isTrue();
        agrees(week, company.admin(), Viewer.system(company.tenant()));
    }

    @Test
    void opensOnTheNewestPeriodWithSomethingToSee() {
        clock.set(NOW.plus(Duration.ofDays(400)));
        Api admin = company.freshSessionOf("admin");
        JsonNode week = admin.get("/dashboards/health/data").expect(200).json();
        assertThat(week.get("running").asBoolean()).isFalse();
        assertThat(week.at("/widgets/figures/completion/denominator").asLong()).isPositive();
        JsonNode month = admin.get("/dashboards/health/data?grain=month&unit=area").expect(200).json();
        assertThat(month.get("period").asString()).isEqualTo("2026-11");
        JsonNode named = admin.get("/dashboards/health/data?period=2027-W51").expect(200).json();
        assertThat(named.get("period").asString()).isEqualTo("2027-W51");
        JsonNode bare = world.newTenant().admin().get("/dashboards/health/data").expect(200).json();
        assertThat(bare.get("running").asBoolean()).isTrue();
    }

    @Test
    void showsEachViewerOnlyTheirRows() {
        JsonNode all = company.admin().get("/dashboards/health/data?grain=month").expect(200).json();
        JsonNode lead = company.as("lena").get("/dashboards/health/data?grain=month").expect(200).json();
        assertThat(all.at("/widgets/completion/items")).hasSize(2);
        assertThat(lead.at("/widgets/completion/items").valueStream()
                .map(item -> item.at("/keys/unit/code").asString())).containsExactly("north");
        assertThat(lead.at("/widgets/latest/items").valueStream().count()).isBetween(1L, 20L);
        assertThat(expectations(company.as("lena"), lead.at("/widgets/figures/completion/drill")))
                .isEqualTo(lead.at("/widgets/figures/completion/denominator").asLong());
    }

    @Test
    void listsTheNewestActionsFirstWithTheirNames() {
        JsonNode latest = company.admin().get("/dashboards/health/data").expect(200).json().at("/widgets/latest/items");
        assertThat(latest).hasSize(20);
        assertThat(latest.valueStream().map(item -> item.get("id").asString()))
                .isSortedAccordingTo(java.util.Comparator.reverseOrder());
        assertThat(latest.at("/0/table").asString()).isEqualTo("acts");
        assertThat(latest.at("/0/fields/who/code").asString()).startsWith("p-");
        assertThat(latest.at("/0/fields/action/key").asString()).isIn("visit", "listen");
    }

    @Test
    void refusesABoardAPeriodOrAUnitThatIsNotThere() {
        Api admin = company.admin();
        admin.get("/dashboards/wealth/data").expect(404);
        assertThat(admin.get("/dashboards/health/data?period=2026-W60").expect(400).problems())
                .containsExactly("period:not-a-period");
        assertThat(admin.get("/dashboards/health/data?grain=day").expect(400).problems())
                .containsExactly("grain:not-one-of");
        assertThat(admin.get("/dashboards/health/data?unit=atlantis").expect(400).problems())
                .containsExactly("unit:unknown-option");
        assertThat(admin.get("/dashboards").items()).singleElement()
                .satisfies(board -> assertThat(board.get("key").asString()).isEqualTo("health"));
    }

    private void agrees(JsonNode board, Api api, Viewer viewer) {
        JsonNode widgets = board.get("widgets");
        for (String figure : List.of("completion", "proven", "quality", "evidence")) {
            cellAgrees(widgets.at("/figures/" + figure), api, viewer);
        }
        for (String widget : List.of("completion", "quality", "evidence")) {
            for (String part : List.of("items", "trend")) {
                widgets.at("/" + widget + "/" + part).forEach(cell -> cellAgrees(cell, api, viewer));
            }
        }
        for (JsonNode cell : widgets.at("/quality/items")) {
            for (String band : List.of("MET", "IMPROVE", "SUPPORT")) {
                assertThat(rows(cell.at("/drills/" + band), api, viewer))
                        .isEqualTo(cell.at("/levels/" + band).asLong());
            }
            assertThat(rows(cell.at("/drills/MISSED"), api, viewer)).isEqualTo(cell.get("notDone").asLong());
        }
        for (String due : List.of("open", "overdue", "missed")) {
            assertThat(rows(widgets.at("/due/drill/" + due), api, viewer)).as(due)
                    .isEqualTo(widgets.at("/due/" + due).asLong());
        }
    }

    private void cellAgrees(JsonNode cell, Api api, Viewer viewer) {
        assertThat(rows(cell.get("drill"), api, viewer)).as(cell.toString())
                .isEqualTo(cell.get("denominator").asLong());
    }

    private long rows(JsonNode drill, Api api, Viewer viewer) {
        if (drill.isArray()) {
            return drill.valueStream().mapToLong(one -> rows(one, api, viewer)).sum();
        }
        String path = drill.get("path").asString();
        return path.equals("/expectations")
                ? expectations(api, drill)
                : records.of(viewer, path.split("/", -1)[2], Condition.read(drill.get("filter")));
    }

    private static long expectations(Api api, JsonNode drill) {
        return api.get("/expectations?limit=1&total=true&filter="
                + URLEncoder.encode(drill.get("filter").toString(), StandardCharsets.UTF_8)).expect(200).json()
                .get("total").asLong();
    }

    private void live(Random random) {
        for (int n = 0; n < 60; n++) {
            int who = random.nextInt(2);
            Instant at = NOW.minusSeconds(random.nextInt(40 * 86_400));
            int needed = random.nextInt(3);
            Act act = new Act(Ids.next(), people.get(who).id(), units.get(who), nodes.get(random.nextInt(2)), at, false,
                    random.nextInt(3) == 0 ? null : List.of("MET", "IMPROVE", "SUPPORT").get(random.nextInt(3)), null,
                    needed, random.nextBoolean(), false);
            ledger.write(company.tenant(), table, null, act);
            Instant due = NOW.plusSeconds(random.nextInt(40 * 86_400) - 30 * 86_400);
            LocalDate day = due.atZone(LedgerForTests.ZONE).toLocalDate();
            boolean closed = random.nextBoolean();
            Due row = new Due(Ids.next(), people.get(who).id(), units.get(who), act.node(), due, day,
                    closed ? act.id() : null, closed ? at : null, random.nextInt(8) == 0,
                    random.nextInt(8) == 0 ? due.minusSeconds(random.nextInt(7200) - 3600) : null);
            ledger.write(company.tenant(), List.of(), List.of(row), List.of(act));
        }
        events.drain(company.tenant());
    }
}

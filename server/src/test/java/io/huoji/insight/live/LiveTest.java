package io.huoji.insight.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.huoji.insight.metric.LedgerForTests;
import io.huoji.insight.metric.LedgerForTests.Act;
import io.huoji.platform.kernel.Ids;
import io.huoji.platform.org.Person;
import io.huoji.testkit.Api;
import io.huoji.testkit.Company;
import io.huoji.testkit.HuojiTest;
import io.huoji.testkit.World;
import java.io.InputStream;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

@HuojiTest
@Import(LedgerForTests.class)
@TestPropertySource(properties = "huoji.live.beat=PT0.3S")
class LiveTest {

    @Autowired World world;
    @Autowired LedgerForTests ledger;
    @Autowired JdbcClient jdbc;

    /** A browser that listens; keeps the lines it got. */
    private static final class Browser implements AutoCloseable {
        final List<String> lines = new CopyOnWriteArrayList<>();
        volatile boolean ended;
        private final HttpClient client = HttpClient.newHttpClient();
        private final InputStream body;

        Browser(Api api) throws Exception {
            HttpResponse<InputStream> response = client.send(
                    api.request("/live").timeout(Duration.ofSeconds(20)).GET().build(), BodyHandlers.ofInputStream());
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().firstValue("Content-Type")).hasValueSatisfying(
                    type -> assertThat(type).startsWith("text/event-stream"));
            body = response.body();
            Thread.ofVirtual().start(this::read);
            await().atMost(Duration.ofSeconds(5)).until(() -> heard("event: hello"));
        }

        private void read() {
            try (var reader = new java.io.BufferedReader(new java.io.InputStreamReader(body, StandardCharsets.UTF_8))) {
                for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                    lines.add(line);
                }
            } catch (java.io.IOException closed) {
                lines.add("closed");
            }
            ended = true;
        }

        boolean heard(String line) {
            return lines.contains(line);
        }

        @Override
        public void close() throws java.io.IOException {
            body.close();
            client.shutdownNow();
        }
    }

    @Test
    void tellsTheTenantsBrowsersWithinASecondThatTheFiguresMoved() throws Exception {
        Company company = world.newTenant();
        UUID north = company.unit("north", "region");
        Person anna = company.staff("anna", "north");
        UUID table = ledger.table(company.tenant(), "acts");
        UUID node = ledger.node(company.tenant(), table, "visit");
        Company other = world.newTenant();
        try (Browser board = new Browser(company.admin()); Browser stranger = new Browser(other.admin())) {
            await().pollDelay(Duration.ofMillis(500)).until(() -> true);
            stranger.lines.clear();
            board.lines.clear();
            long before = System.nanoTime();
            ledger.write(company.tenant(), table, null, new Act(Ids.next(), anna.id(), north, node,
                    Instant.parse("2026-10-01T03:00:00Z"), false, "MET", null, 0, false, false));
            await().pollInterval(Duration.ofMillis(5)).atMost(Duration.ofSeconds(1))
                    .until(() -> board.heard("event: board"));
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(1));
            assertThat(company.admin().get("/metrics/quality?from=2026-10-01&to=2026-11-01").items()).singleElement()
                    .satisfies(item -> assertThat(item.get("denominator").asInt()).isEqualTo(1));
            assertThat(stranger.lines).doesNotContain("event: board");
        }
    }

    @Test
    void aSubmissionOverHttpClosesItsExpectationAndMovesTheBoardWithinASecond() throws Exception {
        Company company = world.newTenant();
        company.unit("north", "region");
        company.staff("anna", "north");
        Api admin = company.admin();
        admin.post("/tables", Map.of("key", "visits", "name", "拜访", "fields", List.of(
                Map.of("key", "who", "name", "谁", "type", "person", "role", "subject"),
                Map.of("key", "when", "name", "何时", "type", "dateTime", "role", "occurredAt"),
                Map.of("key", "what", "name", "动作", "type", "node", "role", "node"),
                Map.of("key", "level", "name", "质量", "type", "quality", "role", "quality")))).expect(201);
        admin.post("/nodes", Map.of("key", "visit", "name", "拜访", "table", "visits", "trigger",
                Map.of("kind", "manual"), "assignee", Map.of("kind", "person", "person", "anna"))).expect(201);
        admin.post("/expectations",
                Map.of("node", "visit", "subject", "anna", "due", Instant.now().plusSeconds(60).toString()))
                .expect(201);
        try (Browser board = new Browser(admin)) {
            await().pollDelay(Duration.ofMillis(700)).until(() -> true);
            board.lines.clear();
            company.as("anna").post("/tables/visits/records", Map.of("fields", Map.of("who", "anna", "when",
                    Instant.now().toString(), "what", "visit", "level", "MET"))).expect(201);
            await().pollInterval(Duration.ofMillis(5)).atMost(Duration.ofSeconds(1))
                    .until(() -> board.heard("event: board"));
            JsonNode data = admin.get("/dashboards/health/data?grain=month&unit=north").expect(200).json();
            JsonNode quality = data.at("/widgets/quality/items/0");
            assertThat(quality.at("/keys/node/key").asString()).isEqualTo("visit");
            assertThat(quality.at("/levels/MET").asInt()).isEqualTo(1);
            assertThat(data.at("/widgets/latest/items/0/fields/who/code").asString()).isEqualTo("anna");
            assertThat(data.at("/widgets/due/open").asInt()).isZero();
            JsonNode drill = quality.at("/drills/MET");
            assertThat(admin.get(drill.get("path").asString() + "?total=true&filter="
                    + URLEncoder.encode(drill.get("filter").toString(), StandardCharsets.UTF_8)).expect(200)
                    .at("total"))
                    .isEqualTo("1");
        }
    }

    @Test
    void hearsOfWhatAnotherNodeCommitted() throws Exception {
        Company company = world.newTenant();
        try (Browser board = new Browser(company.admin())) {
            await().pollDelay(Duration.ofMillis(500)).until(() -> true);
            board.lines.clear();
            new org.springframework.transaction.support.TransactionTemplate(manager).executeWithoutResult(
                    status -> jdbc.sql("select pg_notify('huoji_live', ?)")
                            .param(UUID.randomUUID() + "," + company.tenant())
                            .query((row, n) -> n)
                            .list());
            await().atMost(Duration.ofSeconds(3)).until(() -> board.heard("event: board"));
        }
    }

    @Autowired org.springframework.transaction.PlatformTransactionManager manager;

    @Test
    void endsWithTheSession() throws Exception {
        Company company = world.newTenant();
        Api session = company.freshSessionOf("admin");
        try (Browser board = new Browser(session)) {
            await().atMost(Duration.ofSeconds(5)).until(() -> board.heard(": still here"));
            assertThat(board.ended).isFalse();
            session.delete("/sessions/current").expect(204);
            await().atMost(Duration.ofSeconds(5)).until(() -> board.ended);
        }
    }

    @Test
    void refusesNobody() {
        world.newTenant().nobody().get("/live").expect(401);
    }
}

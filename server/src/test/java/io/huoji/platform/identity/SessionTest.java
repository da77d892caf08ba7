package io.huoji.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.huoji.platform.tenant.TenantTransactions;
import io.huoji.testkit.Answer;
import io.huoji.testkit.Api;
import io.huoji.testkit.Company;
import io.huoji.testkit.HuojiTest;
import io.huoji.testkit.TestClock;
import io.huoji.testkit.World;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@HuojiTest
class SessionTest {

    @Autowired World world;
    @Autowired TestClock clock;
    @Autowired TenantTransactions transactions;
    @Autowired JdbcClient jdbc;

    @AfterEach
    void letTheClockRun() {
        clock.reset();
    }

    @Test
    void endsOneOrAllOthersAtOnceAndNobodyElses() {
        Company company = world.newTenant();
        company.staff("zhang", "hq");
        Api here = company.freshSessionOf("zhang");
        Api there = company.freshSessionOf("zhang");
        Api third = company.freshSessionOf("zhang");
        Answer sessions = here.get("/sessions").expect(200);
        assertThat(sessions.items()).hasSize(3);
        assertThat(sessions.items().stream().filter(it -> it.path("current").asBoolean())).hasSize(1);
        String current = there.get("/sessions").items()
                .stream()
                .filter(it -> it.path("current").asBoolean())
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
        company.admin().delete("/sessions/" + current).expect(404);
        here.delete("/sessions").expect(400);
        there.get("/me").expect(200);
        here.delete("/sessions/" + current).expect(204);
        there.get("/me").expect(401);
        here.delete("/sessions?others=true").expect(204);
        third.get("/me").expect(401);
        here.get("/me").expect(200);
    }

    @Test
    void followsWithinASecondWhatAnotherNodeRevoked() {
        Company company = world.newTenant();
        company.staff("zhang", "hq");
        Api zhang = company.as("zhang");
        zhang.get("/me").expect(200);
        transactions.run(company.tenant(), () -> jdbc.sql("delete from credential where tenant_id = :tenant")
                .param("tenant", company.tenant().value())
                .update());
        clock.tick(Duration.ofMillis(1100));
        zhang.get("/me").expect(401);
    }

    @Test
    void endsAfterThirtyDays() {
        Company company = world.newTenant();
        Api admin = company.admin();
        clock.tick(Duration.ofDays(29));
        admin.get("/me").expect(200);
        clock.tick(Duration.ofDays(2));
        admin.get("/me").expect(401);
    }

    @Test
    void changesThePasswordAndEndsTheOtherSessions() {
        Company company = world.newTenant();
        Api here = world.nobody();
        here.post("/sessions", Map.of("login", company.adminEmail(), "password", company.password())).expect(200);
        Api there = company.admin();
        there.get("/me").expect(200);
        assertThat(here.put("/account/password", Map.of("current", "wrong", "next", "short")).expect(422).problems())
                .containsExactly("next:too-short");
        assertThat(here.put("/account/password", Map.of("current", "wrong", "next", "a longer one")).expect(422)
                .problems()).containsExactly("current:wrong-password");
        here.put("/account/password", Map.of("current", company.password(), "next", "a longer one")).expect(204);
        there.get("/me").expect(401);
        here.get("/me").expect(200);
        world.nobody().post("/sessions", Map.of("login", company.adminEmail(), "password", "a longer one"))
                .expect(200);
        assertThat(here.patch("/me", Map.of("locale", "fr")).expect(422).problems())
                .containsExactly("locale:unknown-language");
        assertThat(here.patch("/me", Map.of("locale", "en")).expect(200).at("/account/locale")).isEqualTo("en");
    }

    @Test
    void slowsDownWhoGuessesALogin() {
        Company company = world.newTenant();
        clock.set(clock.instant());
        Map<String, String> guess = Map.of("login", company.adminEmail(), "password", "a wrong guess");
        for (int n = 0; n < SignInLimits.PER_LOGIN; n++)
            world.nobody().post("/sessions", guess).expect(401);
        Answer refused = world.nobody().post("/sessions", Map.of("login", company.adminEmail(), "password",
                company.password())).expect(429);
        assertThat(Integer.parseInt(String.valueOf(refused.header("Retry-After")))).isBetween(1, 91);
        clock.tick(Duration.ofSeconds(91));
        world.nobody().post("/sessions", Map.of("login", company.adminEmail(), "password", company.password()))
                .expect(200);
    }

    /** The look at all credentials in use, twice a second, may fall into one try, but not into each of five. */
    @Test
    void asksNoQueryForAKnownCaller() {
        clock.set(clock.instant());
        assertThat(java.util.stream.IntStream.range(0, 5).map(it -> answerWithoutCredential())).contains(200);
    }

    private int answerWithoutCredential() {
        Company company = world.newTenant();
        Api admin = company.admin();
        admin.get("/me").expect(200);
        transactions.run(company.tenant(), () -> jdbc.sql("delete from credential where tenant_id = :tenant")
                .param("tenant", company.tenant().value())
                .update());
        return admin.get("/tenant").status();
    }

    @Test
    void keepsTheNameAndTheOriginsOfTheCompany() {
        Company company = world.newTenant();
        company.staff("zhang", "hq");
        Api admin = company.admin();
        assertThat(admin.patch("/tenant", Map.of("name", "", "embedOrigins", java.util.List.of("https://a.cn/path",
                "*", "ftp://x.cn", "https://u@a.cn"))).expect(422).problems()).containsExactlyInAnyOrder(
                        "name:required", "embedOrigins[0]:bad-origin", "embedOrigins[1]:bad-origin",
                        "embedOrigins[2]:bad-origin", "embedOrigins[3]:bad-origin");
        assertThat(admin.patch("/tenant", Map.of("name", "新名", "embedOrigins", java.util.List.of(
                "HTTPS://CRM.example.com:443", "http://localhost:9000"))).expect(200).at("/embedOrigins"))
                .isEqualTo("[\"https://crm.example.com\",\"http://localhost:9000\"]");
        assertThat(company.as("zhang").get("/tenant").expect(200).at("/name")).isEqualTo("新名");
        company.as("zhang").patch("/tenant", Map.of("name", "x")).expect(403);
    }
}

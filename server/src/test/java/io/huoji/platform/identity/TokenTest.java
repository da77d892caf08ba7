package io.huoji.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.huoji.testkit.Answer;
import io.huoji.testkit.Api;
import io.huoji.testkit.Company;
import io.huoji.testkit.HuojiTest;
import io.huoji.testkit.TestClock;
import io.huoji.testkit.World;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HuojiTest
class TokenTest {

    @Autowired World world;
    @Autowired TestClock clock;

    @AfterEach
    void letTheClockRun() {
        clock.reset();
    }

    @Test
    void namesEverythingThatIsWrongAtOnce() {
        Company company = world.newTenant();
        company.person("it", "hq", "it");
        Api it = company.as("it");
        assertThat(it.post("/tokens", Map.of("scopes", List.of("records.delete", "fly"), "unit", "nowhere",
                "expiresAt", clock.instant().plus(Duration.ofDays(400)))).expect(422).problems())
                .containsExactlyInAnyOrder("name:required", "scopes[0]:not-held", "scopes[1]:unknown-option",
                        "unit:unknown-unit", "expiresAt:token-life");
        assertThat(it.post("/tokens", Map.of("name", "x", "scopes", List.of("people.read"))).expect(422).problems())
                .containsExactly("expiresAt:required");
        company.token().post("/tokens", body("people.read")).expect(403);
    }

    @Test
    void showsTheSecretOnceAndMayWhatItsScopesSay() {
        Company company = world.newTenant();
        Answer made = company.admin().post("/tokens", body("people.read")).expect(201);
        assertThat(company.admin().get("/tokens").text()).doesNotContain(made.at("/token"));
        Api system = world.nobody().with("Authorization", "Bearer " + made.at("/token"));
        system.get("/people").expect(200);
        system.post("/people", Map.of("name", "x")).expect(403);
        system.get("/sessions").expect(403);
        assertThat(company.admin().get("/tokens").json().at("/items/0/lastUsedAt").isMissingNode()).isFalse();
        company.admin().delete("/tokens/" + made.at("/id")).expect(204);
        system.get("/people").expect(401);
        company.admin().delete("/tokens/" + made.at("/id")).expect(404);
    }

    @Test
    void neverMayMoreThanItsMakerNow() {
        Company company = world.newTenant();
        company.person("it", "hq", "it");
        Answer made = company.as("it").post("/tokens", body("people.read")).expect(201);
        Api system = world.nobody().with("Authorization", "Bearer " + made.at("/token"));
        system.get("/people").expect(200);
        company.admin().patch("/people/it", Map.of("roles", List.of())).expect(200);
        system.get("/people").expect(403);
        company.admin().patch("/people/it", Map.of("active", false)).expect(200);
        system.get("/people").expect(401);
    }

    @Test
    void endsWithItsTime() {
        Company company = world.newTenant();
        Answer made = company.admin().post("/tokens", body("people.read")).expect(201);
        Api system = world.nobody().with("Authorization", "Bearer " + made.at("/token"));
        clock.tick(Duration.ofDays(29));
        system.get("/people").expect(200);
        clock.tick(Duration.ofDays(2));
        system.get("/people").expect(401);
    }

    @Test
    void staysInsideItsUnit() {
        Company company = world.newTenant();
        var east = company.unit("east", "region");
        company.unit("shanghai", "city", "east");
        company.unit("west", "region");
        company.staff("near", "shanghai");
        company.staff("far", "west");
        Api system = company.token(east, io.huoji.platform.access.Permission.PEOPLE_READ);
        system.get("/people/near").expect(200);
        system.get("/people/far").expect(404);
        assertThat(system.get("/me").at("/scope/unitCount")).isEqualTo("2");
    }

    private Map<String, Object> body(String... scopes) {
        return Map.of("name", "CRM", "scopes", List.of(scopes), "expiresAt",
                clock.instant().plus(Duration.ofDays(30)).toString());
    }
}

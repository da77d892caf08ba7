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
class InvitationTest {

    @Autowired World world;
    @Autowired TestClock clock;

    @AfterEach
    void letTheClockRun() {
        clock.reset();
    }

    @Test
    void worksOnceAndNotAfterANewerOneNorAfterSevenDays() {
        Company company = world.newTenant();
        company.staff("zhang", "hq");
        String older = invite(company, "zhang");
        String newer = invite(company, "zhang");
        world.nobody().get("/invitations/" + older).expect(404);
        assertThat(world.nobody().get("/invitations/" + newer).expect(200).at("/name")).isEqualTo("zhang");
        clock.tick(Duration.ofDays(8));
        world.nobody().get("/invitations/" + newer).expect(404);
        clock.reset();
        String login = "zhang-" + company.tenant() + "@example.com";
        accept(newer, login, "a long password").expect(200);
        accept(newer, login, "a long password").expect(404);
        assertThat(company.admin().post("/people/zhang:invite").expect(409).problems())
                .containsExactly(":joined-already");
        world.nobody().get("/invitations/0").expect(404);
    }

    @Test
    void refusesWeakPasswordsBadLoginsAndTheLoginOfSomebodyElse() {
        Company company = world.newTenant();
        company.staff("zhang", "hq");
        String link = invite(company, "zhang");
        assertThat(accept(link, "zhang@@", "a long password").expect(422).problems())
                .containsExactly("login:bad-login-form");
        assertThat(accept(link, "13900139000", "short").expect(422).problems()).containsExactly("password:too-short");
        company.admin().patch("/people/zhang", Map.of("email", "zhang@x.cn")).expect(200);
        assertThat(accept(link, "li@x.cn", "a long password").expect(422).problems())
                .containsExactly("login:login-of-invitation");
    }

    @Test
    void letsAnAccountJoinASecondCompanyByItsPasswordAndChooseAtSignIn() {
        Company first = world.newTenant();
        Company second = world.newTenant();
        second.staff("guest", "hq");
        String link = invite(second, "guest");
        assertThat(accept(link, first.adminEmail(), "not its password").expect(422).problems())
                .containsExactly("password:password-of-account");
        accept(link, first.adminEmail(), first.password()).expect(200);
        Api browser = world.nobody();
        Map<String, Object> login = Map.of("login", first.adminEmail(), "password", first.password());
        Answer choice = browser.post("/sessions", login).expect(200);
        assertThat(choice.json().path("choose").valueStream().map(it -> it.path("tenant").asString()))
                .containsExactlyInAnyOrder(first.tenant().toString(), second.tenant().toString());
        browser.get("/me").expect(401);
        browser.post("/sessions", Map.of("login", first.adminEmail(), "password", first.password(), "tenant",
                second.tenant().toString())).expect(200);
        assertThat(browser.get("/me").at("/person/code")).isEqualTo("guest");
        browser.put("/sessions/current", Map.of("tenant", first.tenant().toString())).expect(200);
        assertThat(browser.get("/me").at("/person/code")).isEqualTo("admin");
        browser.put("/sessions/current", Map.of("tenant", world.newTenant().tenant().toString())).expect(404);
    }

    @Test
    void shutsTheDoorBehindWhoLeaves() {
        Company company = world.newTenant();
        company.staff("zhang", "hq");
        company.staff("li", "hq");
        String link = invite(company, "zhang");
        String login = "gone-" + company.tenant() + "@example.com";
        Api zhang = world.nobody();
        zhang.post("/invitations/" + link + ":accept", Map.of("login", login, "password", "a long password"))
                .expect(200);
        zhang.get("/me").expect(200);
        String open = invite(company, "li");
        company.admin().patch("/people/zhang", Map.of("active", false)).expect(200);
        company.admin().patch("/people/li", Map.of("active", false)).expect(200);
        zhang.get("/me").expect(401);
        world.nobody().get("/invitations/" + open).expect(404);
        assertThat(world.nobody().post("/sessions", Map.of("login", login, "password", "a long password")).expect(401)
                .problems()).containsExactly(":no-company");
        company.admin().patch("/people/zhang", Map.of("active", true)).expect(200);
        zhang.get("/me").expect(401);
        assertThat(company.admin().get("/people/zhang").at("/account")).isEqualTo("false");
        company.admin().post("/people:invite", Map.of("people", List.of("zhang", "li"))).expect(409);
    }

    private static String invite(Company company, String person) {
        String url = company.admin().post("/people/" + person + ":invite").expect(200).at("/url");
        return url.substring(url.lastIndexOf('/') + 1);
    }

    private Answer accept(String link, String login, String password) {
        return world.nobody().post("/invitations/" + link + ":accept", Map.of("login", login, "password", password));
    }
}

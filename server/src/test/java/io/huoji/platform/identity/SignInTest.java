package io.huoji.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.huoji.testkit.Api;
import io.huoji.testkit.Company;
import io.huoji.testkit.HuojiTest;
import io.huoji.testkit.World;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HuojiTest
class SignInTest {

    @Autowired World world;

    @Test
    void refusesAWrongPasswordAsItRefusesAnUnknownLogin() {
        Company company = world.newTenant();
        var wrong = world.nobody().post("/sessions", Map.of("login", company.adminEmail(), "password", "not this one"));
        var unknown = world.nobody().post("/sessions",
                Map.of("login", "no-one@example.com", "password", "not this one"));
        assertThat(wrong.expect(401).problems()).isEqualTo(unknown.expect(401).problems());
    }

    @Test
    void letsInByPasswordAndKnowsTheCallerFromThenOn() {
        Company company = world.newTenant();
        Api browser = world.nobody();
        browser.get("/me").expect(401);
        var in = browser.post("/sessions", Map.of("login", company.adminEmail().toUpperCase(java.util.Locale.ROOT),
                "password", company.password())).expect(200);
        assertThat(in.at("/person/code")).isEqualTo("admin");
        assertThat(browser.cookies()).containsKeys("huoji_session", "XSRF-TOKEN");
        assertThat(browser.get("/me").expect(200).at("/account/login")).isEqualTo(company.adminEmail());
        browser.with("X-XSRF-TOKEN", "wrong").delete("/sessions/current").expect(403);
        browser.delete("/sessions/current").expect(204);
        browser.get("/me").expect(401);
    }

    @Test
    void knowsTheHolderOfAToken() {
        Company company = world.newTenant();
        var me = company.token().get("/me").expect(200);
        assertThat(me.json().has("account")).isFalse();
        assertThat(me.at("/tenant/id")).isEqualTo(company.tenant().toString());
        assertThat(company.admin().get("/me").expect(200).at("/scope/all")).isEqualTo("true");
    }
}

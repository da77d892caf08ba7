package io.huoji.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.huoji.testkit.Api;
import io.huoji.testkit.HuojiTest;
import io.huoji.testkit.World;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HuojiTest
class SetUpTest {

    @Autowired World world;
    @Autowired SetUp setUp;

    @Test
    void foundsTheFirstCompanyByALinkThatWorksOnce() {
        String older = setUp.link().text();
        String link = setUp.link().text();
        Api browser = world.nobody();
        browser.get("/setup/" + older).expect(404);
        browser.get("/setup/" + "0".repeat(64)).expect(404);
        browser.get("/setup/" + link).expect(204);
        assertThat(
                browser.post("/setup/" + link, Map.of("company", " ", "email", "no", "password", "short")).expect(422)
                        .problems())
                .containsExactlyInAnyOrder("company:required", "name:required", "email:bad-email",
                        "password:too-short");
        String email = "first-" + link.substring(0, 12) + "@example.com";
        Map<String, String> body = Map.of("company", "第一家", "name", "王芳", "email", email, "password",
                "a good password");
        assertThat(browser.post("/setup/" + link, body).expect(201).at("/tenant/name")).isEqualTo("第一家");
        assertThat(browser.get("/me").expect(200).at("/roles")).isEqualTo("[\"admin\"]");
        assertThat(browser.get("/units").at("/items/0/code")).isEqualTo("hq");
        world.nobody().post("/setup/" + link, body).expect(404);
        world.nobody().post("/sessions", Map.of("login", email, "password", "a good password")).expect(200);
    }
}

package io.huoji.platform.org;

import static org.assertj.core.api.Assertions.assertThat;

import io.huoji.platform.access.Permission;
import io.huoji.testkit.Api;
import io.huoji.testkit.Company;
import io.huoji.testkit.HuojiTest;
import io.huoji.testkit.World;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HuojiTest
class RoleTest {

    @Autowired World world;

    @Test
    void namesEverythingThatIsWrongAtOnce() {
        Api admin = world.newTenant().admin();
        assertThat(admin.post("/roles", Map.of("key", "A B", "class", "art", "scope", "galaxy", "permissions",
                List.of("fly"), "condition", Map.of("field", "x"))).expect(422).problems())
                .containsExactlyInAnyOrder("name:required", "key:bad-key", "class:not-one-of", "scope:not-one-of",
                        "permissions[0]:unknown-option", "condition:no-conditions-yet");
        assertThat(admin.post("/roles", Map.of("name", "x", "scope", "listed")).expect(422).problems())
                .containsExactly("listedUnits:required");
    }

    @Test
    void leavesTheAdminRoleAndRolesInUseAlone() {
        Company company = world.newTenant();
        company.role("coach", "unit", Permission.PEOPLE_READ);
        company.person("zhang", "hq", "coach");
        Api admin = company.admin();
        assertThat(admin.patch("/roles/admin", Map.of("permissions", List.of())).expect(409).problems())
                .containsExactly(":built-in-role");
        assertThat(admin.delete("/roles/staff").expect(409).problems()).containsExactly(":built-in-role");
        assertThat(admin.delete("/roles/coach").expect(409).problems()).containsExactly(":role-in-use");
        admin.patch("/people/zhang", Map.of("roles", List.of())).expect(200);
        admin.delete("/roles/coach").expect(204);
    }

    @Test
    void letsNobodyHandOnRightsTheyDoNotHold() {
        Company company = world.newTenant();
        company.person("hr", "hq", "hr");
        company.person("victim", "hq", "admin");
        Api hr = company.as("hr");
        assertThat(hr.post("/roles", Map.of("name", "钥匙", "scope", "own", "permissions", List.of("tokens.write")))
                .expect(422)
                .problems()).containsExactly("permissions[0]:not-held");
        assertThat(hr.post("/people", Map.of("name", "新", "unit", "hq", "roles", List.of(Map.of("role", "admin"))))
                .expect(422)
                .problems()).containsExactly("roles[0].role:not-yours-to-grant");
        assertThat(hr.patch("/people/hr", Map.of("roles", List.of(Map.of("role", "hr"), Map.of("role", "it"))))
                .expect(422)
                .problems()).containsExactly("roles[1].role:not-yours-to-grant");
        assertThat(hr.patch("/people/victim", Map.of("roles", List.of())).expect(422).problems())
                .containsExactly("roles:not-yours-to-grant");
        assertThat(hr.patch("/people/victim", Map.of("active", false)).expect(422).problems())
                .containsExactly("roles[0].role:not-yours-to-grant");
        assertThat(hr.post("/people/victim:invite").expect(403).problems()).containsExactly(":more-rights");
        hr.post("/people", Map.of("name", "新", "unit", "hq", "roles", List.of(Map.of("role", "lead")))).expect(201);
    }

    @Test
    void keepsAWriterOfOneUnitInsideIt() {
        Company company = world.newTenant();
        company.unit("east", "region");
        company.unit("west", "region");
        company.role("office", "unitAndBelow", Permission.PEOPLE_READ, Permission.PEOPLE_WRITE,
                Permission.ROLES_WRITE);
        company.person("clerk", "east", "office");
        company.staff("far", "west");
        Api clerk = company.as("clerk");
        clerk.post("/people", Map.of("name", "近", "unit", "east")).expect(201);
        assertThat(clerk.post("/people", Map.of("name", "远", "unit", "west")).expect(422).problems())
                .containsExactly("unit:unknown-unit");
        assertThat(clerk.post("/people", Map.of("name", "无")).expect(422).problems()).containsExactly("unit:required");
        assertThat(clerk.post("/people", Map.of("name", "顶", "unit", "east", "roles",
                List.of(Map.of("role", "office", "unit", "hq")))).expect(422).problems())
                .containsExactly("roles[0].role:not-yours-to-grant");
        clerk.patch("/people/far", Map.of("name", "x")).expect(404);
        assertThat(clerk.post("/units", Map.of("name", "x", "parent", "hq")).expect(422).problems())
                .containsExactly("parent:beyond-scope");
        clerk.patch("/units/hq", Map.of("name", "x")).expect(403);
        clerk.post("/units", Map.of("name", "x", "parent", "east")).expect(201);
        assertThat(clerk.post("/roles", Map.of("name", "x", "scope", "own")).expect(403).problems())
                .containsExactly(":needs-whole-tenant");
    }

    @Test
    void takesEffectAtTheNextRequest() {
        Company company = world.newTenant();
        company.person("hr", "hq", "hr");
        Api hr = company.as("hr");
        hr.post("/units", Map.of("name", "一")).expect(201);
        company.admin().patch("/roles/hr", Map.of("permissions", List.of("people.read"))).expect(200);
        hr.post("/units", Map.of("name", "二")).expect(403);
        hr.get("/people").expect(200);
        company.admin().patch("/people/hr", Map.of("roles", List.of())).expect(200);
        hr.get("/people").expect(403);
    }

    @Test
    void keepsTheLastAdmin() {
        Company company = world.newTenant();
        Api admin = company.admin();
        company.person("second", "hq", "admin");
        assertThat(admin.patch("/people/admin", Map.of("active", false)).expect(409).problems())
                .containsExactly(":last-admin");
        assertThat(admin.patch("/people/admin", Map.of("roles", List.of())).expect(409).problems())
                .containsExactly(":last-admin");
        company.as("second").get("/me").expect(200);
        admin.patch("/people/admin", Map.of("roles", List.of())).expect(200);
        assertThat(company.as("second").patch("/people/second", Map.of("active", false)).expect(409).problems())
                .containsExactly(":last-admin");
    }
}

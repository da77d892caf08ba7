package io.huoji.platform.org;

import static org.assertj.core.api.Assertions.assertThat;

import io.huoji.testkit.Api;
import io.huoji.testkit.Company;
import io.huoji.testkit.HuojiTest;
import io.huoji.testkit.World;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HuojiTest
class UnitTreeTest {

    @Autowired World world;

    @Test
    void namesEverythingThatIsWrongAtOnce() {
        Api admin = world.newTenant().admin();
        var answer = admin.post("/units", Map.of("code", "Not A Code", "name", " ", "kind", "区", "parent", "nowhere"));
        assertThat(answer.expect(422).problems()).containsExactlyInAnyOrder("name:required", "code:bad-key",
                "kind:bad-key", "parent:unknown-unit");
        assertThat(admin.get("/units").items()).hasSize(1);
        admin.post("/units", "{\"name\":\"x\",\"colour\":1}").expect(400);
    }

    @Test
    void refusesACodeTwiceAndAMoveBelowItself() {
        Company company = world.newTenant();
        Api admin = company.admin();
        admin.post("/units", Map.of("code", "east", "name", "东区", "kind", "region")).expect(201);
        admin.post("/units", Map.of("code", "shanghai", "name", "上海", "kind", "city", "parent", "east")).expect(201);
        assertThat(admin.post("/units", Map.of("code", "east", "name", "另一个")).expect(422).problems())
                .containsExactly("code:taken");
        assertThat(admin.patch("/units/east", Map.of("parent", "shanghai")).expect(422).problems())
                .containsExactly("parent:below-itself");
        assertThat(admin.patch("/units/hq", Map.of("parent", "east")).expect(422).problems())
                .containsExactly("parent:root-unit");
    }

    @Test
    void deletesOnlyAnEmptyUnit() {
        Company company = world.newTenant();
        Api admin = company.admin();
        company.unit("east", "region");
        company.unit("shanghai", "city", "east");
        company.staff("zhang", "shanghai");
        assertThat(admin.delete("/units/hq").expect(409).problems()).containsExactly(":root-unit");
        assertThat(admin.delete("/units/east").expect(409).problems()).containsExactly(":unit-has-units");
        assertThat(admin.delete("/units/shanghai").expect(409).problems()).containsExactly(":unit-has-people");
        company.unit("west", "region");
        admin.delete("/units/west").expect(204);
        admin.get("/units/west").expect(404);
    }

    @Test
    void movesAUnitWithAllBelowIt() {
        Company company = world.newTenant();
        company.unit("east", "region");
        company.unit("west", "region");
        company.unit("xian", "city", "east");
        company.unit("xian-1", "campus", "xian");
        assertThat(company.admin().patch("/units/xian", Map.of("parent", Map.of("code", "west"), "name", "西安"))
                .expect(200)
                .at("/parent/code")).isEqualTo("west");
        assertThat(company.admin().get("/units").items().stream().map(it -> it.path("code").asString()))
                .containsExactly("hq", "east", "west", "xian", "xian-1");
    }

    @Test
    void showsAViewerTheirUnitsAndTheWayUpOnly() {
        Company company = world.newTenant();
        company.unit("east", "region");
        company.unit("shanghai", "city", "east");
        company.unit("west", "region");
        company.staff("zhang", "shanghai");
        company.lead("li", "east");
        assertThat(company.as("zhang").get("/units").items().stream().map(it -> it.path("code").asString()))
                .containsExactly("hq", "east", "shanghai");
        company.as("li").get("/units/shanghai").expect(200);
        company.as("li").get("/units/west").expect(404);
        company.as("zhang").post("/units", Map.of("name", "新部门")).expect(403);
    }

    @Test
    void keepsTenantsApart() {
        Company one = world.newTenant();
        Company other = world.newTenant();
        String id = one.unit("east", "region").toString();
        other.admin().get("/units/" + id).expect(404);
        other.admin().patch("/units/" + id, Map.of("name", "x")).expect(404);
        other.admin().delete("/units/" + id).expect(404);
        assertThat(other.admin().post("/units", Map.of("name", "x", "parent", Map.of("id", id))).expect(422).problems())
                .containsExactly("parent:unknown-unit");
    }
}

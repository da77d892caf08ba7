package io.huoji.platform.org;

import static org.assertj.core.api.Assertions.assertThat;

import io.huoji.platform.tenant.TenantTransactions;
import io.huoji.testkit.Answer;
import io.huoji.testkit.Api;
import io.huoji.testkit.Company;
import io.huoji.testkit.HuojiTest;
import io.huoji.testkit.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@HuojiTest
class PersonTest {

    @Autowired World world;
    @Autowired JdbcClient jdbc;
    @Autowired TenantTransactions transactions;

    @Test
    void namesEverythingThatIsWrongAtOnce() {
        Answer answer = world.newTenant().admin().post("/people", """
                {"code": "Ä", "email": "nobody", "mobile": "12", "manager": "ghost", "unit": "nowhere",
                 "roles": [{"role": "king"}, {"role": "lead", "unit": "moon"}], "externalIds": {"CRM": "1"}}
                """);
        assertThat(answer.expect(422).problems()).containsExactlyInAnyOrder("code:bad-key", "name:required",
                "email:bad-email", "mobile:bad-mobile", "manager:unknown-person", "unit:unknown-unit",
                "roles[0].role:unknown-role", "roles[1].unit:unknown-unit", "externalIds.CRM:bad-key");
    }

    @Test
    void refusesWhatSomebodyElseHas() {
        Company company = world.newTenant();
        Api admin = company.admin();
        admin.post("/people", Map.of("code", "a", "name", "甲", "email", "A@x.cn", "mobile", "138 0013 8000",
                "externalIds", Map.of("crm", "7"))).expect(201);
        assertThat(admin.post("/people", Map.of("code", "a", "name", "乙")).expect(422).problems())
                .containsExactly("code:taken");
        assertThat(admin.post("/people", Map.of("code", "b", "name", "乙", "email", "a@X.cn", "mobile",
                "+8613800138000", "externalIds", Map.of("crm", "7"))).expect(422).problems())
                .containsExactlyInAnyOrder("email:taken", "mobile:taken", "externalIds.crm:taken");
    }

    @Test
    void refusesOverlapsBackwardStaysAndCircles() {
        Company company = world.newTenant();
        company.unit("east", "region");
        company.person("boss", "east", "staff");
        company.person("worker", "east", "boss", List.of("staff"));
        Api admin = company.admin();
        assertThat(admin.patch("/people/boss", Map.of("manager", "worker")).expect(422).problems())
                .containsExactly("manager:manager-circle");
        assertThat(admin.patch("/people/boss", Map.of("manager", "boss")).expect(422).problems())
                .containsExactly("manager:own-manager");
        assertThat(admin.patch("/people/boss", """
                {"memberships": [{"unit": "hq", "to": "2026-03-02"}, {"unit": "east", "from": "2026-03-01"}]}
                """).expect(422).problems()).containsExactly("memberships:memberships-overlap");
        assertThat(admin.patch("/people/boss", """
                {"memberships": [{"unit": "hq", "from": "2026-03-02", "to": "2026-03-02"}]}
                """).expect(422).problems()).containsExactly("memberships[0].to:ends-before-it-begins");
        admin.patch("/people/boss", "{\"memberships\": [{\"unit\": \"hq\", \"from\": \"2026-13-02\"}]}").expect(400);
    }

    @Test
    void joinsSinceEverAndMovesFromADay() {
        Company company = world.newTenant();
        company.unit("east", "region");
        company.unit("west", "region");
        Api admin = company.admin();
        Answer made = admin.post("/people", Map.of("name", "张三", "unit", "east")).expect(201);
        assertThat(made.at("/code")).isEqualTo("zhangsan");
        assertThat(made.json().at("/memberships/0/from").isNull()).isTrue();
        assertThat(made.header("Location")).isEqualTo("/api/v1/people/zhangsan");
        Answer moved = admin.post("/people/zhangsan:transfer", Map.of("unit", "west", "from", "2026-03-01"));
        assertThat(moved.expect(200).at("/unit/code")).isEqualTo("west");
        assertThat(moved.at("/memberships/0/to")).isEqualTo("2026-03-01");
        assertThat(moved.at("/memberships/1/from")).isEqualTo("2026-03-01");
        assertThat(moved.json().at("/memberships/1/to").isNull()).isTrue();
        assertThat(transactions.in(company.tenant(), () -> jdbc.sql("""
                select payload ->> 'from' from event where tenant_id = :tenant and kind = 'membership.changed'
                """).param("tenant", company.tenant().value()).query(String.class).list()))
                .allMatch("2026-03-01"::equals);
        admin.with("If-Match", "1").patch("/people/zhangsan", Map.of("name", "张山")).expect(412);
        assertThat(admin.with("If-Match", "\"2\"").patch("/people/zhangsan", Map.of("name", "张山")).expect(200)
                .at("/version")).isEqualTo("3");
    }

    @Test
    void findsPeopleByNamePinyinInitialsCodeAndPagesThroughThem() {
        Company company = world.newTenant();
        Api admin = company.admin();
        for (String name : List.of("曾国藩", "单雄信", "Moses Frase", "白居易"))
            admin.post("/people", Map.of("name", name, "unit", "hq")).expect(201);
        assertThat(names(admin.get("/people?q=zgf"))).containsExactly("曾国藩");
        assertThat(names(admin.get("/people?q=shanx"))).containsExactly("单雄信");
        assertThat(names(admin.get("/people?q=FRASE"))).containsExactly("Moses Frase");
        assertThat(names(admin.get("/people?q=国"))).containsExactly("曾国藩");
        Answer first = admin.get("/people?limit=3&total=true");
        assertThat(first.at("/total")).isEqualTo("5");
        assertThat(names(first)).containsExactly("白居易", "管理员", "Moses Frase");
        Answer second = admin.get("/people?limit=3&cursor=" + first.at("/nextCursor"));
        assertThat(names(second)).containsExactly("单雄信", "曾国藩");
        assertThat(second.json().has("nextCursor")).isFalse();
        admin.get("/people?limit=0").expect(400);
        admin.get("/people?unit=nowhere").expect(404);
    }

    @Test
    void showsStaffThemselvesAndTheNameOfTheirLead() {
        Company company = world.newTenant();
        company.unit("east", "region");
        company.unit("west", "region");
        company.staff("zhang", "east");
        company.staff("wang", "east");
        company.staff("far", "west");
        company.lead("li", "east");
        company.admin().patch("/people/li", Map.of("mobile", "13800138000")).expect(200);
        Answer seen = company.as("zhang").get("/people");
        assertThat(codes(seen)).containsExactlyInAnyOrder("zhang", "li");
        assertThat(company.as("zhang").get("/people/li").expect(200).json().path("mobile").isNull()).isTrue();
        company.as("zhang").get("/people/wang").expect(404);
        assertThat(codes(company.as("li").get("/people"))).containsExactlyInAnyOrder("zhang", "li", "wang");
        company.as("li").get("/people/far").expect(404);
        company.as("li").patch("/people/zhang", Map.of("name", "x")).expect(403);
    }

    @Test
    void takesABatchInAnyOrderAndAgainWithoutChange() {
        Company company = world.newTenant();
        company.unit("east", "region");
        String body = """
                {"items": [
                  {"code": "worker", "name": "工", "unit": "east", "manager": "boss", "roles": [{"role": "staff"}]},
                  {"code": "boss", "name": "头", "unit": "east", "roles": [{"role": "lead"}]},
                  {"code": "orphan", "name": "孤", "manager": "bad"},
                  {"code": "bad", "name": "坏", "email": "no"},
                  {"code": "boss", "name": "又"}]}
                """;
        Answer first = company.admin().post("/people:batch", body).expect(200);
        assertThat(statuses(first)).containsExactly(201, 201, 422, 422, 422);
        assertThat(first.at("/items/2/errors/0/code")).isEqualTo("manager-refused");
        assertThat(company.admin().get("/people/worker").at("/manager/code")).isEqualTo("boss");
        Answer again = company.admin().post("/people:batch", body).expect(200);
        assertThat(statuses(again)).containsExactly(200, 200, 422, 422, 422);
        assertThat(company.admin().get("/people/worker").at("/version")).isEqualTo("1");
        String changed = "{\"items\": [{\"code\": \"boss\", \"name\": \"新名\"}]}";
        assertThat(statuses(company.admin().post("/people:batch", changed))).containsExactly(409);
        assertThat(statuses(company.admin().post("/people:batch?onExisting=skip", changed))).containsExactly(200);
        assertThat(company.admin().get("/people/boss").at("/name")).isEqualTo("头");
        assertThat(statuses(company.admin().post("/people:batch?onExisting=update", changed))).containsExactly(200);
        assertThat(company.admin().get("/people/boss").at("/name")).isEqualTo("新名");
    }

    @Test
    void storesNothingOfAnAtomicBatchThatIsRefused() {
        Company company = world.newTenant();
        Answer answer = company.admin().post("/people:batch?atomic=true",
                "{\"items\": [{\"code\": \"good\", \"name\": \"好\"}, {\"code\": \"bad\"}]}");
        assertThat(statuses(answer)).containsExactly(424, 422);
        company.admin().get("/people/good").expect(404);
    }

    @Test
    void takesThousandsOfPeopleInOneBatch() {
        Company company = world.newTenant();
        List<Map<String, Object>> items = new java.util.ArrayList<>();
        for (int n = 0; n < 3000; n++)
            items.add(Map.of("code", "p" + n, "name", "张" + n, "unit", "hq", "manager", "p" + (n + 1) / 2, "roles",
                    List.of(Map.of("role", "staff"))));
        items.set(0, Map.of("code", "p0", "name", "头"));
        items.set(1, Map.of("code", "p1", "name", "头", "manager", "p0"));
        Instant before = Instant.now();
        Answer answer = company.admin().post("/people:batch", Map.of("items", items)).expect(200);
        assertThat(statuses(answer)).containsOnly(201);
        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(20));
        company.admin().post("/people:batch", Map.of("items", java.util.Collections.nCopies(5001, items.getFirst())))
                .expect(400);
    }

    private static List<String> names(Answer answer) {
        return answer.expect(200).items().stream().map(it -> it.path("name").asString()).toList();
    }

    private static List<String> codes(Answer answer) {
        return answer.expect(200).items().stream().map(it -> it.path("code").asString()).toList();
    }

    private static List<Integer> statuses(Answer answer) {
        return answer.expect(200).items().stream().map(it -> it.path("status").asInt()).toList();
    }
}

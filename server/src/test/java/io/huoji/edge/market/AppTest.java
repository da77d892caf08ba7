package io.huoji.edge.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.huoji.platform.access.Permission;
import io.huoji.platform.event.Events;
import io.huoji.platform.tenant.TenantTransactions;
import io.huoji.testkit.Answer;
import io.huoji.testkit.Api;
import io.huoji.testkit.Company;
import io.huoji.testkit.HuojiTest;
import io.huoji.testkit.TenantDigest;
import io.huoji.testkit.World;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@HuojiTest
class AppTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired World world;
    @Autowired JdbcClient jdbc;
    @Autowired TenantTransactions transactions;
    @Autowired Events events;

    private static final String FILE = """
            {"formatVersion": 1, "key": "mine", "name": "我的应用", "version": "1.0.0", "description": "试",
             "roles": [{"key": "doer", "name": "执行人", "class": "knowledge", "scope": "own",
                        "permissions": ["records.read", "records.create"]}],
             "objectTypes": [{"key": "deal", "name": "商机"}],
             "eventTypes": [{"key": "deal.won", "name": "赢单", "objectType": "deal", "outcome": true}],
             "tables": [{"key": "acts", "name": "动作", "fields": [
                {"key": "who", "name": "谁", "type": "person", "role": "subject", "required": true},
                {"key": "what", "name": "动作", "type": "node", "role": "node", "required": true},
                {"key": "when", "name": "何时", "type": "dateTime", "role": "occurredAt", "required": true},
                {"key": "deal", "name": "商机", "type": "object", "role": "object", "config": {"objectType": "deal"}},
                {"key": "size", "name": "大小", "type": "select",
                 "config": {"options": [{"key": "s", "label": "小"}, {"key": "l", "label": "大"}]}}],
               "views": [{"key": "calls", "name": "电话", "config": {"filter":
                    {"field": "what", "op": "eq", "value": "call"}, "sort": "-when"}}]}],
             "scenes": [{"key": "day", "name": "一天", "description": ""}],
             "nodes": [{"key": "call", "scene": "day", "table": "acts", "name": "打电话", "why": "听客户说",
                        "assignee": {"kind": "role", "role": "doer"},
                        "trigger": {"kind": "cadence", "times": 2, "per": "week"}},
                       {"key": "thank", "scene": "day", "table": "acts", "name": "致谢",
                        "assignee": {"kind": "objectOwner"},
                        "trigger": {"kind": "event", "type": "deal.won", "dueAfter": "P2D"}}]}
            """;

    private static ObjectNode file() {
        return (ObjectNode) JSON.readTree(FILE);
    }

    private static ObjectNode part(ObjectNode file, String pointer) {
        return (ObjectNode) file.at(pointer);
    }

    @ParameterizedTest
    @CsvSource({"teaching, zh-CN, 教学动作追踪表", "teaching, en, Teaching action table", "medical-visits, zh-CN, 拜访动作表",
        "medical-visits, en, Visit action table", "saas-leads, zh-CN, 高意向线索表", "saas-leads, en, Qualified lead table"})
    void everyTemplateInstallsInBothLanguagesLivesAndLeavesNothingOfItsSampleData(String key, String language,
            String table) {
        Company company = world.newTenant();
        Api admin = company.admin().with("Accept-Language", language);
        admin.post("/templates/" + key + ":install", Map.of("sampleData", false)).expect(200);
        events.drain(company.tenant());
        Map<String, Object> before = counts(company);
        assertThat(admin.get("/tables").items().getFirst().path("name").asString()).isEqualTo(table);

        Company other = world.newTenant();
        Api second = other.admin().with("Accept-Language", language);
        Answer installed = second.post("/templates/" + key + ":install", Map.of("sampleData", true)).expect(200);
        assertThat(installed.json().path("items").valueStream().map(it -> it.path("state").asString()))
                .containsOnly("added");
        events.drain(other.tenant());
        JsonNode board = second.get("/dashboards/health/data?grain=month").expect(200).json();
        assertThat(board.at("/widgets/completion/total/n").asInt()).isGreaterThan(20);
        assertThat(board.at("/widgets/completion/items").size()).isGreaterThan(1);
        assertThat(board.at("/widgets/evidence/total/n").asInt()).isGreaterThan(20);
        JsonNode app = second.get("/apps/" + key).expect(200).json();
        assertThat(app.at("/sample/records").asInt()).isGreaterThan(100);

        JsonNode removed = second.delete("/apps/" + key + "/sample").expect(200).json();
        assertThat(removed.at("/removed/records").asInt()).isEqualTo(app.at("/sample/records").asInt());
        assertThat(removed.path("kept")).isEmpty();
        events.drain(other.tenant());
        assertThat(counts(other)).isEqualTo(before);
        assertThat(second.get("/dashboards/health/data?grain=month").expect(200).json().at("/widgets/figures"))
                .isEmpty();
        second.post("/templates/" + key + ":install", Map.of("sampleData", true)).expect(200);
    }

    /** Rows of every table that sample data touch. */
    private Map<String, Object> counts(Company company) {
        return transactions.in(company.tenant(), () -> {
            Map<String, Object> counts = new TreeMap<>();
            for (String table : List.of("unit", "person", "unit_membership", "role_grant", "record", "record_history",
                    "expectation", "business_object", "business_event", "unit_day", "unit_period", "person_month",
                    "app_sample", "node", "field"))
                counts.put(table, jdbc.sql("select count(*) from " + table + " where tenant_id = :tenant")
                        .param("tenant", company.tenant().value()).query(Long.class).single());
            return counts;
        });
    }

    @Test
    void sampleDataThatBecameRealStay() {
        Company company = world.newTenant();
        Api admin = company.admin();
        admin.post("/templates/teaching:install", Map.of("sampleData", true)).expect(200);
        admin.post("/people", Map.of("code", "real", "name", "真人", "unit", "sample-xq-001")).expect(201);
        admin.post("/tables/teaching-actions/records", Map.of("fields", Map.of("teacher", "admin", "action", "prepare",
                "date", "2026-01-05T09:00:00+08:00", "quality", "MET", "campus", "sample-xq-002"))).expect(201);
        String own = admin.post("/tables/teaching-actions/records", Map.of("fields", Map.of("teacher", "sample-t01",
                "action", "prepare", "date", "2026-01-05T09:00:00+08:00", "quality", "MET"))).expect(201).at("id");
        JsonNode removed = admin.delete("/apps/teaching/sample").expect(200).json();
        assertThat(removed.path("kept").valueStream().map(JsonNode::asString)).contains("示例·石家庄裕华校区",
                "示例·太原迎泽校区", "示例大区");
        assertThat(admin.get("/tables/teaching-actions/records?total=true").json().path("total").asInt()).isEqualTo(1);
        admin.get("/records/" + own).expect(404);
        admin.get("/people/real").expect(200);
        admin.get("/people/sample-t01").expect(404);
        assertThat(admin.get("/apps/teaching").at("/sample/people")).isEqualTo("0");
    }

    @Test
    void whatIsExportedComesInElsewhereAsTheSameModel() {
        for (String key : List.of("teaching", "medical-visits", "saas-leads")) {
            Api admin = world.newTenant().admin();
            admin.post("/templates/" + key + ":install", Map.of("sampleData", false)).expect(200);
            ObjectNode exported = (ObjectNode) admin.post("/apps/" + key + ":export", Map.of()).expect(200).json();
            Api other = world.newTenant().admin();
            other.post("/apps:import", exported).expect(200);
            assertThat(other.post("/apps/" + key + ":export", Map.of()).expect(200).json()).isEqualTo(exported);
            assertThat(exported.toString()).doesNotContainPattern(
                    "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
            Answer again = other.post("/apps:import?preview=true", exported).expect(200);
            assertThat(again.json().path("items").valueStream().map(it -> it.path("state").asString()))
                    .containsOnly("unchanged");
        }
    }

    @Test
    void ownTablesBecomeAnAppWithSampleRecordsAndWithoutPeople() {
        Company company = world.newTenant();
        Api admin = company.admin();
        admin.post("/apps:import", file()).expect(200);
        company.unit("east", "region");
        company.staff("secret-person", "east");
        admin.post("/tables/acts/views", Map.of("key", "hers", "name", "她的", "config", Map.of("filter",
                Map.of("field", "who", "op", "eq", "value", "secret-person")))).expect(201);
        admin.post("/tables/acts/records", Map.of("fields", Map.of("who", "secret-person", "what", "call", "when",
                "2026-01-05T09:00:00+08:00", "size", "l"))).expect(201);
        JsonNode exported = admin.post("/apps/own:export", Map.of("tables", List.of("acts"), "name", "打包", "samples",
                true)).expect(200).json();
        assertThat(exported.toString()).doesNotContain("secret-person");
        assertThat(exported.at("/sample/records/0/fields/size").asString()).isEqualTo("l");
        Api other = world.newTenant().admin();
        other.post("/apps:import", exported).expect(200);
        JsonNode record = other.get("/tables/acts/records").items().getFirst();
        assertThat(record.at("/fields/who/code").asString()).isEqualTo("admin");
        assertThat(other.get("/apps/own").at("/sample/records")).isEqualTo("1");
        other.delete("/apps/own/sample").expect(200);
        assertThat(other.get("/tables/acts/records").items()).isEmpty();
    }

    @Test
    void anUpgradeChangesOnlyWhatTheTenantHasLeftAlone() {
        Api admin = world.newTenant().admin();
        admin.post("/apps:import", file()).expect(200);
        admin.patch("/tables/acts/fields/size", Map.of("name", "规模")).expect(200);
        admin.patch("/nodes/call", Map.of("why", "我们自己的理由")).expect(200);
        admin.post("/tables/acts/fields", Map.of("key", "own", "name", "自己的", "type", "text")).expect(201);
        ObjectNode next = file().put("version", "1.1.0");
        part(next, "/tables/0/fields/4").put("name", "尺寸");
        part(next, "/tables/0/fields/4/config").withArray("options").addObject().put("key", "m").put("label", "中");
        part(next, "/nodes/0").put("name", "打个电话").put("why", "新的理由");
        next.withArray("/tables/0/fields").addObject().put("key", "more").put("name", "更多").put("type", "text");
        next.withArray("/scenes").remove(0);
        part(next, "/nodes/1").put("scene", "day");

        Answer preview = admin.post("/apps:import?preview=true", next).expect(200);
        assertThat(state(preview, "acts/size")).isEqualTo("changed");
        assertThat(state(preview, "acts/more")).isEqualTo("added");
        assertThat(state(preview, "call")).isEqualTo("changed");
        assertThat(state(preview, "day")).isEqualTo("left");
        assertThat(admin.get("/nodes/call").at("name")).isEqualTo("打电话");
        assertThat(admin.get("/apps/mine").at("version")).isEqualTo("1.0.0");

        admin.post("/apps:import", next).expect(200);
        assertThat(admin.get("/nodes/call").at("name")).isEqualTo("打个电话");
        assertThat(admin.get("/nodes/call").at("why")).isEqualTo("我们自己的理由");
        JsonNode fields = admin.get("/tables/acts").json().path("fields");
        assertThat(fields.valueStream().map(it -> it.path("name").asString())).contains("规模", "自己的", "更多")
                .doesNotContain("尺寸");
        assertThat(fields.get(4).at("/config/options").size()).isEqualTo(3);
        assertThat(admin.get("/apps/mine").at("version")).isEqualTo("1.1.0");
    }

    private static String state(Answer diff, String key) {
        return diff.items().stream().filter(it -> it.path("key").asString().equals(key)).findFirst().orElseThrow()
                .path("state").asString();
    }

    @Test
    void aTakenKeyIsRefusedWithItsPlaceOrRenamedOnDemandAndAFailureLeavesNothingBehind() {
        Company company = world.newTenant();
        Api admin = company.admin();
        admin.post("/tables", Map.of("key", "acts", "name", "别的表")).expect(201);
        assertThat(state(admin.post("/apps:import?preview=true", file()).expect(200), "acts")).isEqualTo("conflict");
        Map<String, String> before = new TenantDigest(jdbc, transactions).of(company.tenant());
        assertThat(admin.post("/apps:import", file()).expect(409).problems())
                .containsExactly("tables[0].key:part-key-taken");
        assertThat(new TenantDigest(jdbc, transactions).of(company.tenant())).isEqualTo(before);
        admin.post("/apps:import?rename=true", file()).expect(200);
        assertThat(admin.get("/nodes/call").at("table")).isEqualTo("acts-2");
        assertThat(admin.post("/apps/mine:export", Map.of()).expect(200).at("/tables/0/key")).isEqualTo("acts");

        ObjectNode broken = file().put("key", "broken");
        part(broken, "/nodes/1").putObject("trigger").put("kind", "cadence").put("per", "century");
        Map<String, String> again = new TenantDigest(jdbc, transactions).of(company.tenant());
        assertThat(admin.post("/apps:import?rename=true", broken).expect(422).problems())
                .containsExactly("nodes[1].trigger.per:not-one-of", "nodes[1].assignee.kind:assignee-needs-event");
        assertThat(new TenantDigest(jdbc, transactions).of(company.tenant())).isEqualTo(again);
    }

    @Test
    void aFileThatIsNoneIsRefusedAndThePlaceIsNamed() {
        Api admin = world.newTenant().admin();
        assertThat(admin.post("/apps:import", file().put("formatVersion", 2)).expect(422).problems())
                .containsExactly("formatVersion:unknown-format");
        ObjectNode unknown = file();
        part(unknown, "/tables/0/fields/0").put("secret", "x");
        assertThat(admin.post("/apps:import", unknown).expect(400).problems())
                .containsExactly("tables[0].fields[0].secret:unknown-property");
        ObjectNode badKeys = file().put("key", "No Key").put("version", "neu");
        assertThat(admin.post("/apps:import", badKeys).expect(422).problems())
                .containsExactly("key:bad-key", "version:bad-version");
        ObjectNode twice = file();
        part(twice, "/nodes/1").put("key", "call");
        assertThat(admin.post("/apps:import", twice).expect(422).problems())
                .containsExactly("nodes[1].key:twice-in-file");
        ObjectNode badField = file();
        part(badField, "/tables/0/fields/1").put("type", "nonsense");
        assertThat(admin.post("/apps:import", badField).expect(422).problems())
                .containsExactly("tables[0].fields[1].type:unknown-field-type");
        ObjectNode large = file().put("description", "x".repeat(5 << 20));
        admin.post("/apps:import", large).expect(413);
    }

    @Test
    void onlyWhoMayDoAllOfItMayBringItIn() {
        Company company = world.newTenant();
        company.token(Permission.MODEL_READ).post("/apps:import", file()).expect(403);
        company.token(Permission.MODEL_WRITE, Permission.MODEL_READ).post("/apps:import", file()).expect(403);
        company.token(Permission.MODEL_WRITE, Permission.NODES_WRITE).post("/apps:import", file()).expect(403);
        company.token(Permission.MODEL_WRITE, Permission.NODES_WRITE, Permission.ROLES_WRITE)
                .post("/templates/teaching:install", Map.of("sampleData", true)).expect(403);
        assertThat(company.admin().get("/tables").items()).isEmpty();
        company.admin().post("/apps:import", file()).expect(200);
        company.token(Permission.MODEL_READ).get("/apps").expect(200);
    }

    @Test
    void theFirstStepsTickThemselves() {
        Company company = world.newTenant();
        Api admin = company.admin();
        assertThat(done(admin)).isEmpty();
        admin.post("/templates/teaching:install", Map.of("sampleData", true)).expect(200);
        assertThat(done(admin)).containsExactly("template");
        admin.patch("/first-steps", Map.of("modelSeen", true)).expect(200);
        admin.patch("/first-steps", Map.of("boardSeen", true, "dismissed", true)).expect(200);
        admin.post("/tables/teaching-actions/records", Map.of("fields", Map.of("teacher", "admin", "action", "prepare",
                "date", "2026-01-05T09:00:00+08:00", "quality", "MET"))).expect(201);
        assertThat(done(admin)).containsExactly("template", "model", "record", "board");
        company.staff("colleague", "hq");
        assertThat(done(admin)).hasSize(5);
        assertThat(admin.get("/first-steps").at("dismissed")).isEqualTo("true");
        assertThat(admin.patch("/first-steps", Map.of("dismissed", false)).at("dismissed")).isEqualTo("false");
    }

    private static List<String> done(Api admin) {
        return admin.get("/first-steps").expect(200).json().path("steps").valueStream()
                .filter(step -> step.path("done").asBoolean()).map(step -> step.path("key").asString()).toList();
    }

    /** Whoever adds a table that points to records, people, units or objects teaches the removal of sample data about it. */
    @Test
    void theRemovalKnowsEverythingThatPointsToSampleData() {
        assertThat(jdbc
                .sql("""
                        select distinct conrelid::regclass::text from pg_constraint
                        where contype = 'f' and confrelid in ('record'::regclass, 'person'::regclass, 'business_object'::regclass,
                            'expectation'::regclass)
                        order by 1
                        """)
                .query(String.class).list()).containsExactlyInAnyOrder("person", "unit_membership", "role_grant",
                        "invitation", "expectation", "business_object", "business_event", "record_history",
                        "unique_value", "file",
                        // Goes with its record by itself.
                        "record_comment");
    }
}

package io.huoji.edge.embed;

import static org.assertj.core.api.Assertions.assertThat;

import io.huoji.platform.access.Permission;
import io.huoji.testkit.Answer;
import io.huoji.testkit.Api;
import io.huoji.testkit.Company;
import io.huoji.testkit.Eventually;
import io.huoji.testkit.HuojiTest;
import io.huoji.testkit.TestClock;
import io.huoji.testkit.World;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The assessment box in a CRM page: who gets a ticket, what it opens, and what its one submission becomes. */
@HuojiTest
class EmbedTest {

    private static final String CRM = "https://crm.example.com";

    @Autowired World world;
    @Autowired TestClock clock;

    private Company company;
    private Api admin;

    @BeforeEach
    void found() {
        company = world.newTenant();
        admin = company.admin();
        company.unit("north", "region");
        company.unit("south", "region");
        company.staff("chen", "north");
        company.staff("wang", "south");
        admin.patch("/tenant", Map.of("embedOrigins", List.of(CRM))).expect(200);
        admin.post("/object-types", Map.of("key", "deal", "name", "商机")).expect(201);
        admin.put("/objects/deal/D1", Map.of("name", "关节镜系统 2 套", "owner", "chen", "fields", Map.of())).expect(201);
        admin.post("/tables", Map.of("key", "visits", "name", "拜访", "fields", List.of(
                field("who", "person", "subject"), field("step", "node", "node"), field("at", "dateTime", "occurredAt"),
                field("quality", "quality", "quality"), field("proof", "evidence", "evidence"),
                field("deal", "object", "object"), field("title", "text", null), field("note", "longText", null))))
                .expect(201);
        admin.post("/nodes", Map.of("key", "demo", "name", "产品演示", "table", "visits", "assignee",
                Map.of("kind", "role", "role", "staff"), "trigger", Map.of("kind", "manual"))).expect(201);
    }

    @AfterEach
    void runOn() {
        clock.reset();
    }

    @Test
    void givesNoTicketForPeopleBeyondTheToken() {
        UUID north = UUID.fromString(admin.get("/units/north").expect(200).at("id"));
        Api token = company.token(north, Permission.EMBED_TICKETS);
        assertThat(token.post("/api/v1/embed-tickets", wish("wang", CRM)).expect(404).problems())
                .containsExactly(":not-found");
        token.post("/api/v1/embed-tickets", wish("nobody", CRM)).expect(404);
        company.token(Permission.RECORDS_CREATE).post("/api/v1/embed-tickets", wish("chen", CRM)).expect(403);
        world.newTenant().token().post("/api/v1/embed-tickets", wish("chen", CRM)).expect(404);
        company.nobody().post("/api/v1/embed-tickets", wish("chen", CRM)).expect(401);
    }

    @Test
    void givesNoTicketForAPageThatIsNotAllowed() {
        for (String origin : List.of("https://evil.example.com", CRM + ".evil.com", CRM + "/",
                "http://crm.example.com"))
            assertThat(admin.post("/api/v1/embed-tickets", wish("chen", origin)).expect(422).problems())
                    .containsExactly("origin:origin-not-allowed");
    }

    @Test
    void namesWhatIsWrongWithAWish() {
        assertThat(admin.post("/api/v1/embed-tickets", Map.of("actor", "chen", "origin", CRM)).expect(400).problems())
                .containsExactly("node:required");
        Map<String, Object> more = new HashMap<>(wish("chen", CRM));
        more.put("colour", "red");
        assertThat(admin.post("/api/v1/embed-tickets", more).expect(400).problems())
                .containsExactly("colour:unknown-property");
        more.remove("colour");
        more.put("node", "none");
        admin.post("/api/v1/embed-tickets", more).expect(404);
        more.put("node", 7);
        assertThat(admin.post("/api/v1/embed-tickets", more).expect(400).problems())
                .containsExactly("node:not-a-name");
    }

    @Test
    void opensNothingWithoutATicketInForce() {
        Api nobody = company.nobody();
        for (Api caller : List.of(nobody, nobody.with("Authorization", "Ticket "), nobody.with("Authorization",
                "Ticket " + "0".repeat(64)), company.token())) {
            assertThat(caller.get("/embed/v1/question").expect(401).problems()).containsExactly(":ticket-expired");
            caller.post("/embed/v1/submissions", Map.of("level", "MET")).expect(401);
            caller.upload("/embed/v1/files", "a.jpg", "image/jpeg", photo(), Map.of()).expect(401);
        }
        Api box = box("chen");
        clock.tick(Duration.ofMinutes(11));
        box.post("/embed/v1/submissions", Map.of("level", "MET")).expect(401);
    }

    @Test
    void refusesTheTicketOnAnotherPage() {
        String ticket = ticket("chen");
        Api other = company.nobody().with("Authorization", "Ticket " + ticket).with("Origin",
                "https://evil.example.com");
        Answer refused = other.post("/embed/v1/submissions", Map.of("level", "MET")).expect(403);
        assertThat(refused.problems()).containsExactly(":origin-refused");
        assertThat(refused.header("Access-Control-Allow-Origin")).isNull();
        other.with("X-Embed-Origin", CRM).post("/embed/v1/submissions", Map.of("level", "MET")).expect(403);
        admin.patch("/tenant", Map.of("embedOrigins", List.of("https://new.example.com"))).expect(200);
        box(ticket, CRM).post("/embed/v1/submissions", Map.of("level", "MET")).expect(403);
        assertThat(records()).isEmpty();
    }

    @Test
    void letsOnlyAllowedPagesRead() {
        Api page = company.nobody().with("Access-Control-Request-Method", "POST");
        Answer preflight = page.with("Origin", CRM).send("OPTIONS", "/embed/v1/submissions", null).expect(204);
        assertThat(preflight.header("Access-Control-Allow-Origin")).isEqualTo(CRM);
        assertThat(preflight.header("Access-Control-Allow-Credentials")).isNull();
        assertThat(preflight.header("Access-Control-Allow-Headers")).contains("Authorization");
        Answer other = page.with("Origin", "https://evil.example.com").send("OPTIONS", "/embed/v1/submissions", null);
        assertThat(other.expect(403).header("Access-Control-Allow-Origin")).isNull();
        assertThat(page.with("Origin", CRM).get("/embed/v1/question").header("Access-Control-Allow-Origin"))
                .isEqualTo(CRM);
        assertThat(page.with("Origin", CRM).get("/api/v1/me").header("Access-Control-Allow-Origin")).isNull();
    }

    @Test
    void framesOnlyInAllowedPages() {
        Answer frame = company.nobody().with("Referer", CRM + "/deals/1").get("/embed/v1/frame").expect(200);
        assertThat(frame.header("Content-Security-Policy")).endsWith("frame-ancestors " + CRM)
                .contains("script-src 'self'");
        assertThat(frame.header("X-Frame-Options")).isNull();
        Answer other = company.nobody().with("Referer", "https://evil.example.com/").get("/embed/v1/frame").expect(200);
        assertThat(other.header("Content-Security-Policy")).doesNotContain("evil");
        assertThat(frame.header("Set-Cookie")).isNull();
    }

    @Test
    void refusesAnUnknownLevelAndStoresNothing() {
        Api box = box("chen");
        assertThat(box.post("/embed/v1/submissions", Map.of("level", "GREAT")).expect(422).problems())
                .containsExactly("level:unknown-option");
        assertThat(box.post("/embed/v1/submissions", Map.of()).expect(400).problems())
                .containsExactly("level:required");
        assertThat(box.post("/embed/v1/submissions", Map.of("level", "MET", "subject", "wang")).expect(400).problems())
                .containsExactly("subject:unknown-property");
        assertThat(records()).isEmpty();
    }

    @Test
    void asksInTheLanguageOfThePage() {
        Api box = box("chen");
        Answer question = box.get("/embed/v1/question").expect(200);
        assertThat(question.at("/node/name")).isEqualTo("产品演示");
        assertThat(question.at("hint")).isEqualTo("关节镜系统 2 套 · 刚刚完成");
        assertThat(question.at("/texts/question")).isEqualTo("这次产品演示做得怎么样？");
        assertThat(question.json().path("levels").valueStream().map(it -> it.path("key").asString()))
                .containsExactly("MET", "IMPROVE", "SUPPORT");
        assertThat(question.at("state")).isEqualTo("open");
        assertThat(question.at("takesNote")).isEqualTo("true");
        assertThat(box.with("Accept-Language", "en").get("/embed/v1/question").at("/texts/undo")).isEqualTo("Undo");
    }

    @Test
    void storesOneActionOfTheActorAboutTheObject() {
        Api box = box("chen");
        Answer first = box.post("/embed/v1/submissions", Map.of("level", "IMPROVE", "note", "翻修率没答上来")).expect(201);
        Answer record = admin.get("/records/" + first.at("recordId")).expect(200);
        assertThat(record.at("source")).isEqualTo("embed");
        assertThat(record.at("/fields/who/code")).isEqualTo("chen");
        assertThat(record.at("/fields/step/key")).isEqualTo("demo");
        assertThat(record.at("/fields/deal/externalId")).isEqualTo("D1");
        assertThat(record.at("/fields/quality")).isEqualTo("IMPROVE");
        assertThat(record.at("/fields/note")).isEqualTo("翻修率没答上来");
        Answer repeat = box.post("/embed/v1/submissions", Map.of("level", "MET")).expect(200);
        assertThat(repeat.at("recordId")).isEqualTo(first.at("recordId"));
        assertThat(repeat.at("level")).isEqualTo("IMPROVE");
        assertThat(box.get("/embed/v1/question").at("/answer/level")).isEqualTo("IMPROVE");
        assertThat(records()).hasSize(1);
    }

    @Test
    void storesOnceWhenTappedTwiceAtTheSameMoment() throws Exception {
        Api box = box("chen");
        List<Callable<Answer>> taps = new ArrayList<>();
        for (String level : List.of("MET", "IMPROVE", "MET", "SUPPORT"))
            taps.add(() -> box.post("/embed/v1/submissions", Map.of("level", level)));
        try (var pool = Executors.newFixedThreadPool(4)) {
            for (Future<Answer> tap : pool.invokeAll(taps))
                assertThat(tap.get().status()).as(tap.get().text()).isIn(200, 201);
        }
        assertThat(records()).hasSize(1);
    }

    @Test
    void takesBackAndLetsChooseAgain() {
        Api box = box("chen");
        assertThat(box.delete("/embed/v1/submissions").status()).isEqualTo(404);
        Answer first = box.post("/embed/v1/submissions", Map.of("level", "IMPROVE")).expect(201);
        box.delete("/embed/v1/submissions").expect(204);
        assertThat(records()).isEmpty();
        assertThat(box.get("/embed/v1/question").at("state")).isEqualTo("open");
        Answer second = box.post("/embed/v1/submissions", Map.of("level", "MET")).expect(201);
        assertThat(second.at("recordId")).isNotEqualTo(first.at("recordId"));
        assertThat(records()).hasSize(1);
    }

    @Test
    void addsANoteAndUpToThreePhotosAfterwards() {
        Api box = box("chen");
        Answer answer = box.post("/embed/v1/submissions", Map.of("level", "MET")).expect(201);
        List<String> files = new ArrayList<>();
        for (int i = 0; i < 3; i++)
            files.add(box.upload("/embed/v1/files", "a.jpg", "image/jpeg", photo(), Map.of()).expect(201).at("id"));
        assertThat(box.upload("/embed/v1/files", "a.jpg", "image/jpeg", photo(), Map.of()).expect(422).problems())
                .containsExactly("file:too-many-files");
        box.patch("/embed/v1/submissions", Map.of("files", files.subList(0, 1))).expect(200);
        box.patch("/embed/v1/submissions", Map.of("note", "补一句", "files", files)).expect(200);
        Answer record = admin.get("/records/" + answer.at("recordId")).expect(200);
        assertThat(record.json().at("/fields/proof")).hasSize(3);
        assertThat(record.at("/fields/note")).isEqualTo("补一句");
        admin.get("/files/" + files.getFirst()).expect(200);
        company.as("chen").get("/files/" + files.getFirst()).expect(200);
        assertThat(company.as("wang").get("/files/" + files.getFirst()).status()).isEqualTo(404);
        assertThat(world.newTenant().admin().get("/files/" + files.getFirst()).status()).isEqualTo(404);
    }

    @Test
    void refusesATicketOfATenantThatIsSuspended() {
        Api box = box("chen");
        box.get("/embed/v1/question").expect(200);
        var register = world.register();
        register.suspend(register.find(company.tenant().toString()));
        Eventually.holds(() -> box.get("/embed/v1/question").status() == 403);
        assertThat(box.post("/embed/v1/submissions", Map.of("level", "MET")).expect(403).problems())
                .containsExactly(":tenant-suspended");
    }

    @Test
    void takesNothingAfterATrial() {
        company = world.newTrial();
        company.staff("chen", "hq");
        admin = company.admin();
        admin.patch("/tenant", Map.of("embedOrigins", List.of(CRM))).expect(200);
        admin.post("/tables", Map.of("key", "visits", "name", "拜访", "fields", List.of(
                field("who", "person", "subject"), field("step", "node", "node"), field("at", "dateTime", "occurredAt"),
                field("quality", "quality", "quality")))).expect(201);
        admin.post("/nodes", Map.of("key", "demo", "name", "产品演示", "table", "visits", "assignee",
                Map.of("kind", "role", "role", "staff"), "trigger", Map.of("kind", "manual"))).expect(201);
        clock.tick(Duration.ofDays(7).plus(untilMidnight()).minusMinutes(2));
        String ticket = company.token(Permission.EMBED_TICKETS)
                .post("/api/v1/embed-tickets", Map.of("node", "demo", "actor", "chen", "origin", CRM)).expect(201)
                .at("ticket");
        clock.tick(Duration.ofMinutes(4));
        assertThat(box(ticket, CRM).post("/embed/v1/submissions", Map.of("level", "MET")).expect(403).problems())
                .containsExactly(":trial-ended");
        assertThat(records()).isEmpty();
    }

    private Duration untilMidnight() {
        var now = clock.instant().atZone(java.time.ZoneId.of("Asia/Shanghai"));
        return Duration.between(now, now.toLocalDate().plusDays(1).atStartOfDay(now.getZone()));
    }

    @Test
    void takesNoFileOfAnotherTicket() {
        String foreign = box("chen").upload("/embed/v1/files", "a.jpg", "image/jpeg", photo(), Map.of()).expect(201)
                .at("id");
        assertThat(
                box("chen").post("/embed/v1/submissions", Map.of("level", "MET", "files", List.of(foreign))).expect(422)
                        .problems())
                .containsExactly("files[0]:file-not-of-ticket");
        assertThat(records()).isEmpty();
    }

    private static Map<String, Object> field(String key, String type, @org.jspecify.annotations.Nullable String role) {
        Map<String, Object> field = new HashMap<>(Map.of("key", key, "name", key, "type", type));
        if (role != null)
            field.put("role", role);
        return field;
    }

    private static Map<String, Object> wish(String actor, String origin) {
        return Map.of("node", "demo", "object", Map.of("type", "deal", "externalId", "D1"), "actor", actor, "origin",
                origin);
    }

    private String ticket(String actor) {
        return company.token(Permission.EMBED_TICKETS).post("/api/v1/embed-tickets", wish(actor, CRM)).expect(201)
                .at("ticket");
    }

    private Api box(String actor) {
        return box(ticket(actor), CRM);
    }

    private Api box(String ticket, String origin) {
        return company.nobody().with("Authorization", "Ticket " + ticket).with("Origin", origin);
    }

    private List<tools.jackson.databind.JsonNode> records() {
        return admin.get("/tables/visits/records").expect(200).items();
    }

    private static byte[] photo() {
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "jpg", out);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}

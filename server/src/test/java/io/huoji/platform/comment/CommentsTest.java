package io.huoji.platform.comment;

import static org.assertj.core.api.Assertions.assertThat;

import io.huoji.platform.access.Permission;
import io.huoji.testkit.Answer;
import io.huoji.testkit.Api;
import io.huoji.testkit.Company;
import io.huoji.testkit.HuojiTest;
import io.huoji.testkit.World;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@HuojiTest
class CommentsTest {

    @Autowired World world;
    private Company company;
    private Api admin;
    private Api moses;
    private String record;
    private String comments;

    @BeforeEach
    void aRecordOfMoses() {
        company = world.newTenant();
        admin = company.admin();
        company.unit("east", "region");
        company.unit("west", "region");
        company.staff("moses", "east");
        company.staff("nora", "east");
        company.lead("melvin", "east");
        company.lead("wendy", "west");
        moses = company.as("moses");
        admin.post("/tables", Map.of("key", "leads", "name", "线索", "fields", List.of(
                Map.of("key", "who", "name", "人员", "type", "person", "role", "subject"),
                Map.of("key", "note", "name", "备注", "type", "text")))).expect(201);
        record = moses.post("/tables/leads/records", Map.of("fields", Map.of("who", "moses", "note", "甲"))).expect(201)
                .at("id");
        comments = "/records/" + record + "/comments";
    }

    private static Answer say(Api who, String path, String text) {
        return who.post(path, Map.of("text", text));
    }

    private static List<String> texts(Answer page) {
        return page.expect(200).items().stream().map(it -> it.path("text").asString()).toList();
    }

    private static List<String> codes(Answer page) {
        return page.expect(200).items().stream().map(it -> it.path("code").asString()).toList();
    }

    @Test
    void keepsWhatWasSaidNewestFirstPageByPage() {
        for (int n = 1; n <= 5; n++)
            say(moses, comments, "第 %d 条\n第二行".formatted(n)).expect(201);
        Answer page = moses.get(comments + "?limit=3&total=true").expect(200);
        assertThat(texts(page)).containsExactly("第 5 条\n第二行", "第 4 条\n第二行", "第 3 条\n第二行");
        assertThat(page.at("total")).isEqualTo("5");
        assertThat(texts(moses.get(comments + "?limit=3&cursor=" + page.at("nextCursor"))))
                .containsExactly("第 2 条\n第二行", "第 1 条\n第二行");
        assertThat(page.at("/items/0/author/code")).isEqualTo("moses");
        moses.get(comments + "?cursor=x").expect(400);
    }

    @Test
    void refusesEmptyTooLongAndUnprintableText() {
        assertThat(say(moses, comments, " \n ").expect(422).problems()).containsExactly("text:required");
        assertThat(say(moses, comments, "长".repeat(4001)).expect(422).problems())
                .containsExactly("text:text-too-long");
        assertThat(say(moses, comments, "a\u0007b").expect(422).problems()).containsExactly("text:bad-character");
        assertThat(moses.get(comments + "?total=true").at("total")).isEqualTo("0");
        say(moses, comments, "<script>alert(1)</script>").expect(201);
    }

    @Test
    void isItsAuthorsToChangeAndToRemove() {
        String own = comments + "/" + say(moses, comments, "原话").expect(201).at("id");
        Answer changed = moses.patch(own, Map.of("text", "改过")).expect(200);
        assertThat(changed.at("text")).isEqualTo("改过");
        assertThat(changed.json().hasNonNull("editedAt")).isTrue();
        Api lead = company.as("melvin");
        assertThat(lead.patch(own, Map.of("text", "替你改")).expect(403).problems()).containsExactly(
                ":comment-of-other");
        String leads = comments + "/" + say(lead, comments, "我的").expect(201).at("id");
        moses.delete(leads).expect(403);
        lead.delete(own).expect(204);
        lead.delete(own).expect(404);
        lead.delete(leads).expect(204);
        assertThat(moses.get(comments + "?total=true").at("total")).isEqualTo("0");
    }

    @Test
    void isForThoseWhoMayReadTheRecord() {
        say(moses, comments, "内部").expect(201);
        for (Api other : List.of(company.as("nora"), company.as("wendy"), world.newTenant().admin())) {
            other.get(comments).expect(404);
            say(other, comments, "x").expect(404);
            other.get("/records/" + record + "/readers").expect(404);
        }
        company.token(Permission.RECORDS_READ).get(comments).expect(200);
        say(company.token(Permission.RECORDS_READ), comments, "x").expect(403);
        say(company.token(Permission.RECORDS_READ, Permission.RECORDS_UPDATE), comments, "x").expect(201);
        admin.delete("/records/" + record).expect(204);
        moses.get(comments).expect(404);
        admin.post("/records/" + record + ":restore").expect(200);
        assertThat(moses.get(comments + "?total=true").at("total")).isEqualTo("2");
    }

    @Test
    void offersAndTakesOnlyReadersWhomOneMayKnow() {
        String readers = "/records/" + record + "/readers";
        assertThat(codes(admin.get(readers))).containsExactlyInAnyOrder("admin", "melvin", "moses");
        assertThat(codes(moses.get(readers))).containsExactlyInAnyOrder("melvin", "moses");
        assertThat(codes(moses.get(readers + "?q=mel"))).containsExactly("melvin");
        say(admin, comments, "我也在").expect(201);
        assertThat(codes(moses.get(readers))).as("who has written is known").contains("admin");
        Answer refused = say(moses, comments, "@[nora] @[wendy] @[no-such] 看").expect(422);
        assertThat(refused.problems()).containsExactly("text:not-a-reader", "text:not-a-reader", "text:not-a-reader");
        assertThat(refused.text()).contains("nora", "看不到这条记录");
        Answer said = say(moses, comments, "@[melvin] 看").expect(201);
        assertThat(said.at("/mentions/0/name")).isEqualTo("melvin");
        assertThat(said.at("text")).isEqualTo("@[" + said.at("/mentions/0/id") + "] 看");
    }

    @Test
    void tellsWhoIsMentionedUntilItIsRead() {
        Api lead = company.as("melvin");
        String id = say(moses, comments, "@[melvin] @[moses] 一").expect(201).at("id");
        say(moses, comments, "@[melvin] 二").expect(201);
        assertThat(unread(moses)).as("nobody is told of what they said").isZero();
        assertThat(unread(lead)).isEqualTo(2);
        JsonNode last = lead.get("/mentions").expect(200).items().getFirst();
        assertThat(last.at("/record/fields/note").asString()).isEqualTo("甲");
        assertThat(last.at("/comment/author/code").asString()).isEqualTo("moses");
        lead.post("/mentions:read", Map.of("comment", id)).expect(204);
        assertThat(unread(lead)).isEqualTo(1);
        moses.patch(comments + "/" + id, Map.of("text", "@[melvin] 一改")).expect(200);
        assertThat(unread(lead)).as("a change of words is no new mention").isEqualTo(1);
        lead.post("/mentions:read", Map.of("record", record)).expect(204);
        assertThat(unread(lead)).isZero();
        assertThat(lead.get("/mentions").items()).hasSize(2);
        moses.patch(comments + "/" + id, Map.of("text", "不提了")).expect(200);
        assertThat(lead.get("/mentions").items()).hasSize(1);
    }

    @Test
    void showsNoMentionOfARecordThatIsOutOfSight() {
        Api lead = company.as("melvin");
        say(moses, comments, "@[melvin] 看").expect(201);
        admin.delete("/records/" + record).expect(204);
        assertThat(unread(lead)).isZero();
        assertThat(lead.get("/mentions").expect(200).items()).isEmpty();
        admin.post("/records/" + record + ":restore").expect(200);
        assertThat(unread(lead)).isEqualTo(1);
        company.staff("wes", "west");
        admin.patch("/records/" + record, Map.of("fields", Map.of("who", "wes"))).expect(200);
        assertThat(unread(lead)).isZero();
        assertThat(lead.get("/mentions").expect(200).items()).isEmpty();
    }

    private static long unread(Api who) {
        return who.get("/mentions?unread=true&limit=1&total=true").expect(200).json().path("total").asLong();
    }
}

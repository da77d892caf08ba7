package io.huoji.platform.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.huoji.testkit.Answer;
import io.huoji.testkit.Api;
import io.huoji.testkit.HuojiTest;
import io.huoji.testkit.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HuojiTest
class RecordSeriesTest {

    private static final String RECORDS = "/tables/visits/records";

    @Autowired World world;
    private VisitTable visits;
    private Api admin;

    @BeforeEach
    void visits() {
        visits = new VisitTable(world.newTenant());
        admin = visits.admin;
    }

    private String visit(String title, Object... more) {
        return visits.submit(VisitTable.visit(title, more)).expect(201).at("id");
    }

    private static List<Integer> statuses(Answer answer) {
        return answer.expect(200).items().stream().map(it -> it.path("status").asInt()).toList();
    }

    private static Map<String, Object> items(String... ids) {
        return Map.of("items", java.util.Arrays.stream(ids).map(id -> Map.of("id", id)).toList());
    }

    private static Map<String, Object> change(String id, long version, Map<String, Object> fields) {
        return Map.of("id", id, "version", version, "fields", fields);
    }

    @Test
    void changesEachRecordOrSaysWhyNot() {
        String one = visit("一");
        String two = visit("二");
        String three = visit("三", "who", "li-lei");
        String nobodys = "01890000-0000-7000-8000-000000000000";
        Answer done = admin.patch(RECORDS + ":batch", Map.of("items", List.of(
                change(one, 1, Map.of("note", "改", "sort", "b")), change(two, 9, Map.of("note", "改")),
                change(three, 1, Map.of("title", "一")), change(nobodys, 1, Map.of("note", "改")),
                change(two, 1, Map.of("count", 999)), change(two, 1, Map.of("count", 1)))));
        assertThat(statuses(done)).containsExactly(200, 412, 422, 404, 422, 200);
        assertThat(done.at("/items/0/version")).isEqualTo("2");
        assertThat(done.at("/items/2/errors/0/code")).isEqualTo("not-unique");
        assertThat(done.at("/items/4/errors/0/message")).contains("count");
        assertThat(done.at("/items/5/version")).as("nothing to do").isEqualTo("1");
        assertThat(admin.get("/records/" + one).at("/fields/note")).isEqualTo("改");
        assertThat(admin.get("/records/" + one + "/history").at("/items/0/source")).isEqualTo("grid");
    }

    @Test
    void changesOnlyWhatLiesInTheCallersScopeAndRights() {
        String east = visit("一");
        String west = visit("二", "who", "li-lei");
        Api lead = visits.company.as("melvin");
        assertThat(statuses(lead.patch(RECORDS + ":batch", Map.of("items", List.of(
                change(west, 1, Map.of("note", "x")), change(east, 1, Map.of("who", "li-lei")),
                change(east, 1, Map.of("note", "x"))))))).containsExactly(404, 403, 200);
        assertThat(statuses(lead.post(RECORDS + ":delete", items(west, east)))).containsExactly(404, 200);
        Api staff = visits.company.as("moses");
        staff.post(RECORDS + ":delete", items(east)).expect(403);
        staff.post(RECORDS + ":restore", items(east)).expect(403);
        staff.get(RECORDS + "?deleted=true").expect(403);
        staff.get("/records/" + east + "?deleted=true").expect(403);
        Api foreign = new VisitTable(world.newTenant()).admin;
        assertThat(statuses(foreign.post(RECORDS + ":restore", items(east)))).containsExactly(404);
        assertThat(statuses(lead.post(RECORDS + ":restore", items(west, east)))).containsExactly(404, 200);
    }

    @Test
    void putsManyIntoTheBinAndBringsThemBack() {
        String one = visit("一");
        String two = visit("二");
        assertThat(statuses(admin.post(RECORDS + ":delete", items(one, two, one)))).containsExactly(200, 200, 404);
        assertThat(visits.titles(admin, "")).isEmpty();
        assertThat(visits.titles(admin, "&deleted=true")).containsExactlyInAnyOrder("一", "二");
        Answer gone = admin.get("/records/" + one + "?deleted=true").expect(200);
        assertThat(gone.at("/deletedBy/code")).isEqualTo("admin");
        visit("二");
        Answer back = admin.post(RECORDS + ":restore", items(one, two));
        assertThat(statuses(back)).containsExactly(200, 422);
        assertThat(back.at("/items/1/errors/0/code")).isEqualTo("not-unique");
        assertThat(visits.titles(admin, "")).containsExactlyInAnyOrder("一", "二");
    }

    @Test
    void showsWhatWasThrownAwayLastFirst() {
        List<String> ids = IntStream.range(0, 4).mapToObj(n -> visit("t" + n)).toList();
        for (int n : new int[]{2, 0, 3, 1})
            admin.delete("/records/" + ids.get(n)).expect(204);
        assertThat(visits.titles(admin, "&deleted=true")).containsExactly("t1", "t3", "t0", "t2");
        List<String> seen = new ArrayList<>();
        Answer page = admin.get(RECORDS + "?deleted=true&limit=3").expect(200);
        page.items().forEach(it -> seen.add(it.at("/fields/title").asString()));
        admin.get(RECORDS + "?deleted=true&limit=3&cursor=" + page.at("nextCursor")).expect(200).items()
                .forEach(it -> seen.add(it.at("/fields/title").asString()));
        assertThat(seen).containsExactly("t1", "t3", "t0", "t2");
    }

    @Test
    void takesThousandsAtOnce() {
        List<Map<String, Object>> drafts = IntStream.range(0, 1_000)
                .<Map<String, Object>>mapToObj(n -> Map.of("fields", VisitTable.visit("n" + n))).toList();
        List<String> ids = visits.batch("", false, drafts).expect(200).items().stream()
                .map(it -> it.path("id").asString()).toList();
        List<Integer> done = statuses(admin.patch(RECORDS + ":batch",
                Map.of("items", ids.stream().map(id -> change(id, 1, Map.of("sort", "c"))).toList())));
        assertThat(done).hasSize(1_000).containsOnly(200);
        admin.patch(RECORDS + ":batch", Map.of("items", List.of())).expect(400);
        assertThat(admin.patch(RECORDS + ":batch", Map.of("items", List.of(Map.of("id", ids.getFirst())))).expect(400)
                .problems()).containsExactly("items[0].fields:required");
        assertThat(admin.post(RECORDS + ":delete", Map.of("items", List.of(Map.of()))).expect(400).problems())
                .containsExactly("items[0].id:required");
    }
}

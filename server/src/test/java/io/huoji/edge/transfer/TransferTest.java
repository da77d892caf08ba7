package io.huoji.edge.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.huoji.edge.transfer.sheet.SheetFile;
import io.huoji.platform.access.Permission;
import io.huoji.testkit.Answer;
import io.huoji.testkit.Api;
import io.huoji.testkit.Company;
import io.huoji.testkit.HuojiTest;
import io.huoji.testkit.World;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Imports and exports through HTTP, with the work in the background done by hand. */
@HuojiTest
class TransferTest {

    @Autowired World world;
    @Autowired ImportWork imports;
    @Autowired ExportWork exports;
    @TempDir Path folder;

    private Company company;
    private Api admin;

    @BeforeEach
    void aTableOfVisits() {
        company = world.newTenant();
        company.unit("east", "region");
        company.unit("west", "region");
        company.staff("li-lei", "east");
        company.staff("han-mei", "west");
        admin = company.admin();
        admin.post("/tables", Map.of("key", "visits", "name", "拜访", "fields", List.of(
                Map.of("key", "no", "name", "编号", "type", "text", "config", Map.of("unique", true)),
                Map.of("key", "who", "name", "销售", "type", "person", "role", "subject", "required", true),
                Map.of("key", "day", "name", "日期", "type", "date"),
                Map.of("key", "stage", "name", "阶段", "type", "select", "config",
                        Map.of("options", List.of("初访", "演示", "成交"))),
                Map.of("key", "amount", "name", "金额", "type", "money"),
                Map.of("key", "note", "name", "备注", "type", "longText")))).expect(201);
    }

    private JsonNode sent(Api caller, String path, String name, byte[] content) {
        return caller.upload(path, name, "application/octet-stream", content, Map.of()).expect(201).json();
    }

    private JsonNode sent(String csv) {
        return sent(admin, "/tables/visits/records:import", "拜访.csv", csv.getBytes(StandardCharsets.UTF_8));
    }

    private static String id(JsonNode begun) {
        return begun.path("transfer").path("id").asString();
    }

    private JsonNode checked(Api caller, String id) {
        caller.post("/imports/" + id + ":check").expect(202);
        assertThat(imports.run(company.tenant(), UUID.fromString(id), () -> false)).isTrue();
        return caller.get("/imports/" + id).expect(200).json();
    }

    private JsonNode run(Api caller, String id) {
        caller.post("/imports/" + id + ":run").expect(202);
        assertThat(imports.run(company.tenant(), UUID.fromString(id), () -> false)).isTrue();
        return caller.get("/imports/" + id).expect(200).json();
    }

    private static String counts(JsonNode view) {
        JsonNode transfer = view.path("transfer");
        return "%s %d+%d=%d!%d".formatted(transfer.path("state").asString(), transfer.path("created").asInt(),
                transfer.path("updated").asInt(), transfer.path("unchanged").asInt(),
                transfer.path("wrong").asInt());
    }

    private static List<String> mapping(JsonNode view) {
        return view.path("columns").valueStream().map(column -> column.path("field").asString("-")).toList();
    }

    private static final String FILE = """
            编号,拜访人,拜访日期,阶段,金额,无关
            V1,li-lei,2026年11月2日,初访,"1,200.50",x
            V2,han-mei,2026/11/3,演示,¥80,
            V3,nobody,2026-11-04,不知道,abc,
            """;

    @Test
    void guessesTheMappingByHeadAndByContent() {
        JsonNode view = sent(FILE);
        assertThat(mapping(view)).containsExactly("no", "who", "day", "stage", "amount", "-");
        assertThat(view.path("match").asString()).isEqualTo("no");
        assertThat(view.at("/transfer/total").asInt()).isEqualTo(3);
        assertThat(view.at("/columns/1/samples/0").asString()).isEqualTo("li-lei");
    }

    @Test
    void saysBeforehandWhatWouldHappenAndStoresNothing() {
        JsonNode view = checked(admin, id(sent(FILE)));
        assertThat(counts(view)).isEqualTo("checked 2+0=0!1");
        assertThat(view.at("/problems/0/row").asInt()).isEqualTo(4);
        assertThat(view.at("/problems/0/errors").valueStream()
                .map(one -> one.path("column").asString() + " " + one.path("problem").path("code").asString()))
                .containsExactlyInAnyOrder("拜访人 unknown-person", "阶段 unknown-option", "金额 not-a-number");
        assertThat(view.at("/problems/0/errors/0/problem/message").asString()).contains("nobody");
        assertThat(admin.get("/tables/visits/records?total=true").at("/total")).isEqualTo("0");
    }

    @Test
    void takesWhatIsRightAndGivesTheRestBackToBeMended() {
        String id = id(sent(FILE));
        assertThat(counts(run(admin, id))).isEqualTo("done 2+0=0!1");
        JsonNode first = admin.get("/tables/visits/records?sort=no").items().getFirst();
        assertThat(first.at("/fields/amount/amount").asString()).isEqualTo("1200.50");
        assertThat(first.at("/fields/day").asString()).isEqualTo("2026-11-02");
        assertThat(first.path("source").asString()).isEqualTo("import");

        Answer errors = admin.get("/imports/" + id + "/errors").expect(200);
        assertThat(errors.header("Content-Disposition")).contains("attachment");
        assertThat(errors.text()).contains("错误原因").contains("V3,nobody").doesNotContain("V1,");
        String mended = errors.text().replace("nobody", "li-lei").replace("不知道", "成交").replace("abc", "3");
        JsonNode again = sent(mended);
        assertThat(mapping(again)).containsExactly("no", "who", "day", "stage", "amount", "-", "-");
        assertThat(counts(run(admin, id(again)))).isEqualTo("done 1+0=0!0");
    }

    @Test
    void meetsWhatIsThereByTheChosenKeyAndLeavesOtherFieldsAlone() {
        run(admin, id(sent(FILE)));
        String id = id(sent("编号,阶段,销售\nV1,成交,\nV2,演示,\nV9,初访,li-lei\n"));
        assertThat(counts(checked(admin, id))).isEqualTo("checked 1+1=1!0");
        assertThat(counts(run(admin, id))).isEqualTo("done 1+1=1!0");
        JsonNode first = admin.get("/tables/visits/records?sort=no").items().getFirst();
        assertThat(first.at("/fields/stage").asString()).isEqualTo("option-3");
        assertThat(first.at("/fields/amount/amount").asString()).isEqualTo("1200.50");
        assertThat(first.path("version").asInt()).isEqualTo(2);

        String only = id(sent("编号,阶段,金额\nV1,初访,\nV10,初访,\n"));
        admin.patch("/imports/" + only, Map.of("mode", "update", "emptyClears", true)).expect(200);
        assertThat(counts(run(admin, only))).isEqualTo("done 0+1=0!1");
        assertThat(admin.get("/tables/visits/records?sort=no").items().getFirst().path("fields").has("amount"))
                .isFalse();
    }

    @Test
    void aValueThatComesTwiceIsTakenOnce() {
        JsonNode view = checked(admin, id(sent("编号,销售\nA,li-lei\nB,li-lei\nA,han-mei\n")));
        assertThat(counts(view)).isEqualTo("checked 2+0=0!1");
        assertThat(view.at("/problems/0/errors/0/problem/code").asString()).isEqualTo("twice-in-file");
    }

    @Test
    void goesOnWhereItStoppedAndTakesEachRowOnce() {
        StringBuilder csv = new StringBuilder("编号,销售,阶段\n");
        for (int row = 0; row < 2_300; row++)
            csv.append("N").append(row).append(",li-lei,").append(row % 1000 == 7 ? "错" : "初访").append('\n');
        String id = id(sent(csv.toString()));
        admin.post("/imports/" + id + ":run").expect(202);
        UUID work = UUID.fromString(id);
        AtomicInteger packs = new AtomicInteger();
        assertThat(imports.run(company.tenant(), work, () -> packs.incrementAndGet() == 2)).isFalse();
        JsonNode job = admin.get("/jobs/" + id).expect(200).json();
        assertThat(job.path("state").asString()).isEqualTo("running");
        assertThat(job.path("done").asInt()).isEqualTo(1_000);
        assertThat(admin.get("/tables/visits/records?total=true&limit=1").at("/total")).isEqualTo("999");
        assertThat(imports.run(company.tenant(), work, () -> false)).isTrue();
        assertThat(counts(admin.get("/imports/" + id).json())).isEqualTo("done 2297+0=0!3");
        assertThat(admin.get("/tables/visits/records?total=true&limit=1").at("/total")).isEqualTo("2297");
    }

    @Test
    void canBeCancelledAndSaysWhatIsIn() {
        String id = id(sent(FILE));
        admin.post("/imports/" + id + ":run").expect(202);
        admin.post("/jobs/" + id + ":cancel").expect(200);
        assertThat(imports.run(company.tenant(), UUID.fromString(id), () -> false)).isTrue();
        assertThat(counts(admin.get("/imports/" + id).json())).isEqualTo("cancelled 0+0=0!0");
        admin.post("/jobs/" + id + ":cancel").expect(409);
        admin.delete("/transfers/" + id).expect(204);
        admin.get("/imports/" + id).expect(404);
    }

    @Test
    void nobodyChangesByAFileWhatHeMayNotChange() {
        run(admin, id(sent(FILE)));
        company.role("importer", "own", Permission.RECORDS_IMPORT, Permission.RECORDS_READ, Permission.RECORDS_CREATE,
                Permission.RECORDS_UPDATE, Permission.MODEL_READ);
        company.person("wang", "east", "importer");
        Api wang = company.as("wang");
        byte[] file = "编号,销售,阶段\nV1,,成交\nW1,wang,初访\nW2,li-lei,初访\n".getBytes(StandardCharsets.UTF_8);
        JsonNode begun = sent(wang, "/tables/visits/records:import", "a.csv", file);
        JsonNode view = checked(wang, id(begun));
        assertThat(counts(view)).isEqualTo("checked 1+0=0!2");
        assertThat(counts(run(wang, id(begun)))).isEqualTo("done 1+0=0!2");
        assertThat(admin.get("/tables/visits/records?sort=no").items().getFirst().at("/fields/stage").asString())
                .isEqualTo("option-1");
        wang.get("/imports/" + id(sent(FILE))).expect(404);
        company.as("li-lei").upload("/tables/visits/records:import", "a.csv", "text/csv", file, Map.of()).expect(403);
    }

    @Test
    void exportsWhatTheViewerMaySeeAndNothingElse() throws IOException {
        run(admin, id(sent(FILE)));
        Answer all = admin.post("/tables/visits/records:export", Map.of("format", "csv", "sort", "no", "columns",
                List.of("no", "who", "amount", "day"))).expect(200);
        assertThat(all.text()).isEqualTo(
                "\uFEFF编号,销售,金额,日期\r\nV1,li-lei,1200.50,2026-11-02\r\nV2,han-mei,80.00,2026-11-03\r\n");
        Answer own = company.as("li-lei").post("/tables/visits/records:export", Map.of("format", "csv")).expect(200);
        assertThat(own.text()).contains("V1").doesNotContain("V2");
        Answer filtered = admin.post("/tables/visits/records:export", Map.of("filter",
                Map.of("field", "no", "op", "eq", "value", "V2"))).expect(200);
        assertThat(rows(filtered.bytes())).hasSize(2);
        admin.post("/tables/visits/records:export", Map.of("columns", List.of("nothing"))).expect(400);
    }

    private List<List<String>> rows(byte[] content) throws IOException {
        Path file = Files.write(folder.resolve("file"), content);
        List<List<String>> rows = new ArrayList<>();
        SheetFile.of(file).read(file, 0, (number, cells) -> rows.add(cells));
        return rows;
    }

    @Test
    void aLargeExportIsMadeInTheBackground() throws IOException {
        run(admin, id(sent(FILE)));
        String id = admin.post("/tables/visits/records:export", Map.of("later", true)).expect(202).at("/id");
        admin.get("/exports/" + id + "/file").expect(409);
        assertThat(exports.run(company.tenant(), UUID.fromString(id), () -> true)).isFalse();
        assertThat(exports.run(company.tenant(), UUID.fromString(id), () -> false)).isTrue();
        JsonNode job = admin.get("/jobs/" + id).expect(200).json();
        assertThat(job.path("state").asString()).isEqualTo("done");
        assertThat(rows(admin.get(job.path("resultUrl").asString()).expect(200).bytes())).hasSize(3);
        company.as("li-lei").get("/exports/" + id + "/file").expect(404);
        assertThat(admin.get("/transfers").items()).hasSize(2);
    }

    @Test
    void givesTemplatesThatItsOwnImportUnderstands() {
        for (String path : List.of("/tables/visits/records", "/people", "/units"))
            for (String format : List.of("xlsx", "csv")) {
                byte[] template = admin.get(path + ":template?format=" + format).expect(200).bytes();
                JsonNode view = sent(admin, path + ":import", "t." + format, template);
                assertThat(mapping(view)).as(path).doesNotContain("-").isNotEmpty();
                assertThat(view.at("/transfer/total").asInt()).isZero();
            }
    }

    @Test
    void takesPeopleWhoseManagersStandLowerInTheFile() {
        JsonNode begun = sent(admin, "/people:import", "人员.csv", """
                姓名,部门,手机号,直属上级,状态
                张三,east,13800138001,李四,在职
                李四,west,13800138002,,在职
                李四五,nowhere,1,,在
                """.getBytes(StandardCharsets.UTF_8));
        assertThat(mapping(begun)).containsExactly("name", "unit", "mobile", "manager", "active");
        assertThat(counts(checked(admin, id(begun)))).isEqualTo("checked 2+0=0!1");
        assertThat(counts(run(admin, id(begun)))).isEqualTo("done 2+0=0!1");
        assertThat(admin.get("/people/zhangsan").expect(200).at("/manager/name")).isEqualTo("李四");

        Answer people = admin.post("/people:export", Map.of("format", "csv")).expect(200);
        assertThat(people.text()).contains("zhangsan,张三,east");
        JsonNode again = checked(admin, id(sent(admin, "/people:import", "人员.csv", people.bytes())));
        assertThat(again.at("/transfer/created").asInt() + again.at("/transfer/updated").asInt()
                + again.at("/transfer/wrong").asInt()).as(again.path("problems").toString()).isZero();
    }

    @Test
    void takesUnitsInAnyOrder() {
        JsonNode begun = sent(admin, "/units:import", "单元.csv", """
                名称,编号,上级单元,层级
                一校区,campus-1,华南大区,campus
                华南大区,south,,region
                鬼校区,ghost,没有的大区,campus
                """.getBytes(StandardCharsets.UTF_8));
        assertThat(counts(checked(admin, id(begun)))).isEqualTo("checked 2+0=0!1");
        admin.get("/units/campus-1").expect(404);
        assertThat(counts(run(admin, id(begun)))).isEqualTo("done 2+0=0!1");
        assertThat(admin.get("/units/campus-1").expect(200).at("/parent/code")).isEqualTo("south");
        Answer units = admin.post("/units:export", Map.of("format", "xlsx")).expect(200);
        JsonNode again = checked(admin, id(sent(admin, "/units:import", "单元.xlsx", units.bytes())));
        assertThat(counts(again)).as(again.path("problems").toString()).startsWith("checked 0+0=");
    }

    @Test
    void readsTheFileInAnotherWay() {
        JsonNode begun = sent("2026 年拜访\n编号,销售\nV1,li-lei\n");
        assertThat(begun.path("headerRow").asInt()).isEqualTo(2);
        String path = "/imports/" + id(begun);
        assertThat(admin.patch(path, Map.of("headerRow", 3)).expect(200).json().at("/transfer/total").asInt()).isZero();
        assertThat(admin.patch(path, Map.of("sheet", 1)).expect(400).problems()).hasSize(1);
        assertThat(admin.patch(path, Map.of("mapping", List.of("no"))).expect(400).problems()).hasSize(1);
    }

    // Written by LibreOffice 7: shared words, cells with the format of a date, a formula with its result, an empty row.
    @Test
    void readsWhatLibreOfficeWrote() throws IOException {
        byte[] book;
        try (var in = TransferTest.class.getResourceAsStream("/sheets/libreoffice.xlsx")) {
            book = java.util.Objects.requireNonNull(in).readAllBytes();
        }
        JsonNode begun = sent(admin, "/tables/visits/records:import", "拜访.xlsx", book);
        assertThat(mapping(begun)).containsExactly("no", "who", "day", "stage", "amount", "note");
        assertThat(counts(run(admin, id(begun)))).isEqualTo("done 3+0=0!0");
        JsonNode fields = admin.get("/tables/visits/records?sort=no").items().get(1).path("fields");
        assertThat(fields.path("day").asString()).isEqualTo("2026-11-03");
        assertThat(fields.at("/amount/amount").asString()).isEqualTo("80.00");
    }
}

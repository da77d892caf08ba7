package io.huoji.bench;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/**
 * A file of 100,000 rows and nine columns through the wizard's three requests: sent and guessed at, checked row by row, taken in
 * the background; then the table as a workbook. Into a table of its own, with a field that does not repeat and people by name.
 */
final class ImportFigure {

    private static final int ROWS = 100_000;
    private static final int PEOPLE = 1_000;
    private static final String BOUNDARY = "huoji-bench-boundary";

    private final Api api;
    private final String table = "import-" + System.currentTimeMillis();

    private ImportFigure(Api api) {
        this.api = api;
    }

    static List<Report.Line> measure(Server server) throws Exception {
        return new ImportFigure(Api.signedIn(server.port, Server.ADMIN, Server.PASSWORD)).run();
    }

    private List<Report.Line> run() throws Exception {
        lay();
        byte[] file = file();
        long start = System.nanoTime();
        String id = api.upload("/tables/" + table + "/records:import", multipart(file)).at("/transfer/id").asString();
        double sent = seconds(start);
        start = System.nanoTime();
        finished("/imports/" + id + ":check", Map.of());
        double checked = seconds(start);
        start = System.nanoTime();
        finished("/imports/" + id + ":run", Map.of());
        double taken = seconds(start);
        expect(api.get("/tables/" + table + "/records?total=true&limit=1").get("total").asInt());
        start = System.nanoTime();
        finished("/tables/" + table + "/records:export", Map.of("format", "xlsx"));
        double exported = seconds(start);
        return List.of(
                Report.Line.below("Import of 100,000 rows of a csv, nine columns, from the click to the last row", 60, " s",
                        taken),
                Report.Line.of("— rows a second", Report.number(ROWS / taken)),
                Report.Line.of("— sending and guessing; the preview of every row before",
                        "%s; %s s".formatted(Report.number(sent), Report.number(checked))),
                Report.Line.of("— export of the same 100,000 records as xlsx", Report.number(exported) + " s"));
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static void expect(int rows) {
        if (rows != ROWS)
            throw new IllegalStateException("%d rows were taken instead of %d.".formatted(rows, ROWS));
    }

    private void finished(String path, Object body) throws Exception {
        String job = api.post(path, body).get("id").asString();
        JsonNode state = api.get("/jobs/" + job);
        while (state.get("state").asString().equals("running")) {
            TimeUnit.MILLISECONDS.sleep(100);
            state = api.get("/jobs/" + job);
        }
        if (!state.get("state").asString().equals("done"))
            throw new IllegalStateException(state.toString());
    }

    private void lay() throws Exception {
        List<Map<String, Object>> people = IntStream.range(0, PEOPLE).<Map<String, Object>>mapToObj(number -> Map.of("code",
                "i%04d".formatted(number), "name", "导入" + number, "unit", "hq")).toList();
        api.post("/people:batch", Map.of("items", people));
        List<Map<String, Object>> fields = new ArrayList<>(List.of(
                Map.of("key", "no", "name", "编号", "type", "text", "config", Map.of("unique", true)),
                Map.of("key", "who", "name", "教师", "type", "person", "role", "subject", "required", true),
                Map.of("key", "at", "name", "时间", "type", "dateTime"), Map.of("key", "level", "name", "质量", "type", "quality"),
                Map.of("key", "kind", "name", "类别", "type", "select", "config", Map.of("options", List.of("甲", "乙", "丙"))),
                Map.of("key", "money", "name", "金额", "type", "money"), Map.of("key", "share", "name", "占比", "type", "percent"),
                Map.of("key", "count", "name", "次数", "type", "integer"),
                Map.of("key", "note", "name", "备注", "type", "longText")));
        api.post("/tables", Map.of("key", table, "name", "导入 " + table, "fields", fields));
    }

    private static byte[] file() {
        StringBuilder csv = new StringBuilder("编号,教师,时间,质量,类别,金额,占比,次数,备注\n");
        List<String> levels = List.of("达标", "待提升", "需支持");
        List<String> kinds = List.of("甲", "乙", "丙");
        for (int row = 0; row < ROWS; row++)
            csv.append("%s-%d,导入%d,%s 09:%02d,%s,%s,%d.50,%d%%,%d,第 %d 次沟通的记录，内容各不相同\n".formatted("R", row, row % PEOPLE,
                    LocalDate.of(2026, 1, 1).plusDays(row % 300), row % 60, levels.get(row % 3), kinds.get(row % 3),
                    row % 5000, row % 100, row % 9, row));
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] multipart(byte[] file) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"rows.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }

    static String contentType() {
        return "multipart/form-data; boundary=" + BOUNDARY;
    }
}

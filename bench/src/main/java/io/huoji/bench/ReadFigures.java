package io.huoji.bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/** Reading at a million records: the newest of a unit and node, and the board's month. */
final class ReadFigures {

    private static final int CLIENTS = 4;
    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final Duration COUNTED = Duration.ofSeconds(10);

    private ReadFigures() {}

    static List<Report.Line> list(Server server, Data data) throws Exception {
        Load.Result http = http(server, data, () -> {
            ThreadLocalRandom random = ThreadLocalRandom.current();
            String filter = """
                    {"and":[{"field":"campus","op":"eq","value":"%s"},{"field":"action","op":"eq","value":"%s"}]}"""
                    .formatted(Model.unit(random.nextInt(Model.UNITS)), Model.NODES.get(random.nextInt(4)));
            return "/api/v1/tables/" + Model.TABLE + "/records?limit=50&sort=-date&filter="
                    + URLEncoder.encode(filter, StandardCharsets.UTF_8);
        });
        Rows rows = Rows.read(server, data.big.id());
        Load.Result raw = sql(server, """
                select * from record where tenant_id = ? and unit_id = ? and kind_id = ? and deleted_at is null
                order by effective_at desc limit 50""", () -> new Object[] {data.big.id(), any(rows.members()).unit(),
            any(rows.nodes())});
        return List.of(Report.Line.below("50 newest of a unit and node at 1M records, 4 clients: p95", 15, " ms",
                http.percentile(0.95)), ratio(http, raw));
    }

    static List<Report.Line> board(Server server, Data data) throws Exception {
        YearMonth last = YearMonth.now().minusMonths(1);
        String from = last.atDay(1).toString();
        String to = last.plusMonths(1).atDay(1).toString();
        Load.Result month = http(server, data,
                () -> "/api/v1/metrics/completion?by=unit&grain=month&from=%s&to=%s".formatted(from, to));
        Load.Result raw = sql(server, """
                select unit_id, sum(expected), sum(on_time), sum(done), sum(exempt) from unit_day
                where tenant_id = ? and day >= '%s' and day < '%s' group by unit_id""".formatted(from, to),
                () -> new Object[] {data.big.id()});
        Load.Result whole = http(server, data, () -> "/api/v1/dashboards/health/data?grain=month&period=" + last);
        return List.of(
                Report.Line.below("Completion of a month by unit at 1M records, 4 clients: p50", 8, " ms",
                        month.percentile(0.5)),
                ratio(month, raw),
                Report.Line.of("The whole board of a month with twelve months of trend, 4 clients: p50, p95",
                        "%s, %s ms".formatted(Report.number(whole.percentile(0.5)), Report.number(whole.percentile(0.95)))));
    }

    private static Report.Line ratio(Load.Result http, Load.Result raw) {
        return Report.Line.of("— the same by plain JDBC: p50, p95; HTTP costs at p50", "%s, %s ms; ×%s".formatted(
                Report.number(raw.percentile(0.5)), Report.number(raw.percentile(0.95)),
                Report.number(http.percentile(0.5) / raw.percentile(0.5))));
    }

    private static Load.Result http(Server server, Data data, Supplier<String> path) throws Exception {
        return Load.run(CLIENTS, WARM_UP, COUNTED, number -> new Load.Client() {

            private final HttpConnection connection = new HttpConnection(server.port);

            @Override
            public void act(long count) throws Exception {
                HttpConnection.Answer answer = connection.send("GET", path.get(), data.big.token(), "");
                if (answer.status() != 200)
                    throw new IllegalStateException("%d %s".formatted(answer.status(), answer.body()));
            }

            @Override
            public void close() throws Exception {
                connection.close();
            }
        });
    }

    private static <T> T any(List<T> list) {
        return list.get(ThreadLocalRandom.current().nextInt(list.size()));
    }

    private static Load.Result sql(Server server, String query, Supplier<Object[]> values) throws Exception {
        return Load.run(CLIENTS, Duration.ofSeconds(2), COUNTED, number -> new Load.Client() {

            private final Connection connection = server.superuser();
            private final PreparedStatement select = connection.prepareStatement(query);

            @Override
            public void act(long count) throws Exception {
                Object[] all = values.get();
                for (int i = 0; i < all.length; i++)
                    select.setObject(i + 1, all[i]);
                try (var rows = select.executeQuery()) {
                    while (rows.next())
                        rows.getObject(1);
                }
            }

            @Override
            public void close() throws Exception {
                connection.close();
            }
        });
    }
}

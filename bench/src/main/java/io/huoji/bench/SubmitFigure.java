package io.huoji.bench;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

/** Submitting one action over HTTP with gate, ledger, history and event, over 200 tenants. */
final class SubmitFigure {

    private static final int MANY = 16;
    private static final int FEW = 4;
    private static final Duration WARM_UP = Duration.ofSeconds(30);
    private static final Duration SETTLE = Duration.ofSeconds(3);
    private static final Duration COUNTED = Duration.ofSeconds(20);

    private SubmitFigure() {}

    static List<Report.Line> measure(Server server, Data data) throws Exception {
        Rows rows = Rows.read(server, data.small[0].id());
        Load.run(MANY, WARM_UP, Duration.ofSeconds(1), number -> new HttpSubmit(server, data));
        Load.Result rawBefore = raw(server, data, rows, MANY);
        Refill.now(server, data);
        double cpu = server.cpuSeconds();
        long start = System.nanoTime();
        Load.Result http = Load.run(MANY, SETTLE, COUNTED, number -> new HttpSubmit(server, data));
        double cpuEach = (server.cpuSeconds() - cpu) / (http.perSecond() * (System.nanoTime() - start) / 1e9) * 1000;
        Refill.now(server, data);
        Load.Result rawAfter = raw(server, data, rows, MANY);
        Load.Result rawFew = raw(server, data, rows, FEW);
        Load.Result httpFew = Load.run(FEW, SETTLE, COUNTED, number -> new HttpSubmit(server, data));
        Load.Result insert = server.whileHeld(() -> Load.run(MANY, SETTLE, SETTLE, number -> new RawInsert(server, data, rows)));
        double raw = (rawBefore.perSecond() + rawAfter.perSecond()) / 2;
        return List.of(
                Report.Line.atLeast("Submit over HTTP, 200 tenants, 16 clients", 1200, "/s", http.perSecond()),
                Report.Line.of("— the same four statements by plain JDBC, 16 clients (before and after)",
                        "%s and %s/s".formatted(Report.number(rawBefore.perSecond()), Report.number(rawAfter.perSecond()))),
                Report.Line.atLeast("— ratio to plain JDBC", 0.7, "", http.perSecond() / raw),
                Report.Line.below("— server CPU for each, roll-ups and all", 0.8, " ms", cpuEach),
                Report.Line.of("— one plain insert of a record by JDBC, 16 clients", Report.number(insert.perSecond()) + "/s"),
                Report.Line.of("Submit over HTTP, 4 clients: p50, p95, p99", millis(httpFew)),
                Report.Line.of("— the same four statements by plain JDBC: p50, p95, p99", millis(rawFew)));
    }

    private static String millis(Load.Result result) {
        return "%s, %s, %s ms".formatted(Report.number(result.percentile(0.5)), Report.number(result.percentile(0.95)),
                Report.number(result.percentile(0.99)));
    }

    /** With the server held, so that its worker does not take part; what it would find is taken away again. */
    private static Load.Result raw(Server server, Data data, Rows rows, int clients) throws Exception {
        return server.whileHeld(() -> {
            Load.Result result = Load.run(clients, SETTLE, COUNTED.dividedBy(2), number -> new RawSubmit(server, data, rows));
            try (Connection connection = server.superuser(); Statement sql = connection.createStatement()) {
                sql.execute("delete from event");
            }
            return result;
        });
    }
}

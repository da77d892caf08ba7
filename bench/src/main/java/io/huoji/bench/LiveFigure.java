package io.huoji.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;

/** How long after its commit a submission has reached an open board: 300 a second, paced, a board open in each of 200 tenants. */
final class LiveFigure {

    private static final int PER_SECOND = 300;
    private static final int SECONDS = 20;
    private static final int CLIENTS = 8;

    /** When the last submission of each tenant was answered; 0 when its board has been told. */
    private final AtomicLongArray answered = new AtomicLongArray(Data.TENANTS);
    private final ConcurrentLinkedQueue<Double> lags = new ConcurrentLinkedQueue<>();
    private volatile boolean counting;

    static List<Report.Line> measure(Server server, Data data) throws Exception {
        return new LiveFigure().run(server, data);
    }

    private List<Report.Line> run(Server server, Data data) throws Exception {
        Refill.now(server, data);
        List<Socket> open = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int tenant = 0; tenant < Data.TENANTS; tenant++) {
                Socket socket = new Socket("127.0.0.1", server.port);
                open.add(socket);
                int number = tenant;
                threads.submit(() -> listen(socket, number, data.small[number].token()));
            }
            TimeUnit.SECONDS.sleep(2);
            submit(server, data, 5);
            counting = true;
            submit(server, data, SECONDS);
            TimeUnit.SECONDS.sleep(1);
            for (Socket socket : open)
                socket.close();
        }
        double[] sorted = lags.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        var result = new Load.Result(sorted.length / (double) SECONDS, sorted);
        return List.of(
                Report.Line.below("Commit → open board, 300 submits/s over 200 tenants: p95", 300, " ms", result.percentile(0.95)),
                Report.Line.of("— p50, p99, number seen", "%s, %s ms, %d".formatted(Report.number(result.percentile(0.5)),
                        Report.number(result.percentile(0.99)), sorted.length)));
    }

    private void submit(Server server, Data data, int seconds) throws Exception {
        long start = System.nanoTime();
        long step = 1_000_000_000L / PER_SECOND;
        try (var threads = Executors.newFixedThreadPool(CLIENTS)) {
            for (int client = 0; client < CLIENTS; client++) {
                int first = client;
                threads.submit(() -> {
                    try (HttpConnection connection = new HttpConnection(server.port)) {
                        for (int number = first; number < PER_SECOND * seconds; number += CLIENTS) {
                            LockSupport.parkNanos(start + number * step - System.nanoTime());
                            int tenant = number % Data.TENANTS;
                            HttpSubmit.submit(connection, data.small[tenant]);
                            answered.compareAndSet(tenant, 0, System.nanoTime());
                        }
                    }
                    return null;
                });
            }
        }
    }

    /** Reads one tenant's stream of events; a board event answers the oldest submission that waits for one. */
    private Void listen(Socket socket, int tenant, String token) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write("GET /api/v1/live HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\nAccept: text/event-stream\r\n\r\n"
                .formatted(token).getBytes(StandardCharsets.ISO_8859_1));
        var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        try {
            for (String line = in.readLine(); line != null; line = in.readLine())
                if (line.equals("event: board"))
                    told(tenant);
        } catch (IOException closed) {
            return null;
        }
        return null;
    }

    private void told(int tenant) {
        long since = answered.getAndSet(tenant, 0);
        // Told before the submitter heard of it: no lag that could be measured.
        if (counting)
            lags.add(since == 0 ? 0 : (System.nanoTime() - since) / 1e6);
    }
}

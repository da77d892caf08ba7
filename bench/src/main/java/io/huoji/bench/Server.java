package io.huoji.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The built server in a process of its own, with its PostgreSQL open to the bench as well. Loopback only. */
final class Server implements AutoCloseable {

    static final String ADMIN = "admin@bench.test";
    static final String PASSWORD = "correct horse battery 42";
    private static final int PATIENCE_SECONDS = 120;

    private final Process process;
    private final Path data;
    final int port;

    private Server(Process process, Path data, int port) {
        this.process = process;
        this.data = data;
        this.port = port;
    }

    static Server start(Path app, Path data, boolean fresh) throws Exception {
        if (fresh && Files.exists(data))
            try (Stream<Path> all = Files.walk(data)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList())
                    Files.delete(path);
            }
        Files.createDirectories(data);
        int port = freePort();
        ProcessBuilder builder = new ProcessBuilder(List.of(System.getProperty("java.home") + "/bin/java",
                "-Dspring.aot.enabled=true", "-XX:AOTCache=" + app.resolve("huoji.aot"), "-Xlog:aot=off", "-Xlog:cds=off",
                "-jar", app.resolve("huoji.jar").toString())).redirectErrorStream(true)
                .redirectOutput(data.resolve("server.log").toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("HUOJI_"));
        builder.environment().putAll(Map.of("HUOJI_DATA_DIR", data.toString(), "HUOJI_PORT", String.valueOf(port),
                "HUOJI_MANAGEMENT_PORT", String.valueOf(freePort()), "HUOJI_BIND", "127.0.0.1", "HUOJI_ADMIN_EMAIL", ADMIN,
                "HUOJI_ADMIN_PASSWORD", PASSWORD));
        Server server = new Server(builder.start(), data, port);
        Runtime.getRuntime().addShutdownHook(new Thread(server.process::destroy));
        server.awaitReady();
        return server;
    }

    private void awaitReady() throws Exception {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (System.nanoTime() < until && process.isAlive()) {
            try (HttpConnection connection = new HttpConnection(port)) {
                if (connection.send("GET", "/api/health/ready", "", "").status() == 200)
                    return;
            } catch (IOException notYet) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
        close();
        throw new IllegalStateException("The server did not get ready, see " + data.resolve("server.log"));
    }

    double cpuSeconds() throws IOException {
        return Machine.cpuSeconds(process.pid());
    }

    /** Does something while the server stands still and only its PostgreSQL goes on, so that neither disturbs the other. */
    <T> T whileHeld(java.util.concurrent.Callable<T> work) throws Exception {
        signal("-STOP");
        try {
            return work.call();
        } finally {
            signal("-CONT");
        }
    }

    private void signal(String name) throws Exception {
        new ProcessBuilder("kill", name, String.valueOf(process.pid())).inheritIO().start().waitFor();
    }

    /** As the database's superuser, to lay data. */
    Connection superuser() throws IOException, SQLException {
        return connect("postgres", secret());
    }

    /** As the role that the server works as. */
    Connection application() throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return connect("huoji_app", HexFormat.of().formatHex(mac.doFinal("huoji_app".getBytes(StandardCharsets.UTF_8))));
    }

    private String secret() throws IOException {
        return Files.readString(data.resolve("secrets/postgres")).strip();
    }

    private Connection connect(String user, String password) throws IOException, SQLException {
        String databasePort = Files.readString(data.resolve("postgres/18.port")).strip();
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + databasePort + "/huoji", user, password);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS))
            process.destroyForcibly();
    }
}

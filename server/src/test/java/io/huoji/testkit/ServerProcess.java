package io.huoji.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A server in a process of its own, so that a test can kill it and its PostgreSQL. */
public final class ServerProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Path data;
    private final Map<String, String> settings;
    private final Process process;
    private final int port;

    private ServerProcess(Path data, Map<String, String> settings, Process process, int port) {
        this.data = data;
        this.settings = settings;
        this.process = process;
        this.port = port;
    }

    /** Starts a server on this data directory and waits until it answers. */
    public static ServerProcess start(Path data, Map<String, String> settings) {
        int port = freePort();
        ProcessBuilder builder = new ProcessBuilder(ProcessHandle.current().info().command().orElse("java"), "-cp",
                System.getProperty("java.class.path"), "-XX:TieredStopAtLevel=1", "-Xmx1g", "io.huoji.HuojiApplication")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(data.resolve("server.log").toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("HUOJI_"));
        builder.environment().putAll(settings);
        builder.environment().putAll(Map.of("HUOJI_DATA_DIR", data.toString(), "HUOJI_PORT", Integer.toString(port),
                "HUOJI_MANAGEMENT_PORT", Integer.toString(freePort()), "HUOJI_BIND", "127.0.0.1"));
        try {
            ServerProcess server = new ServerProcess(data, settings, builder.start(), port);
            server.awaitReady();
            return server;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A new process on the same data. */
    public ServerProcess startAgain() {
        return start(data, settings);
    }

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    public void killServer() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Ends the postmaster with -9; its children notice and end. */
    public void killPostgres() {
        postmaster().ifPresent(ProcessHandle::destroyForcibly);
    }

    private java.util.Optional<ProcessHandle> postmaster() {
        try {
            String first = Files.readAllLines(data.resolve("postgres/18/postmaster.pid")).getFirst();
            return ProcessHandle.of(Long.parseLong(first.strip()));
        } catch (IOException | RuntimeException none) {
            return java.util.Optional.empty();
        }
    }

    /** The database as its superuser, for counts that the product must agree with. */
    public Connection database() throws IOException, SQLException {
        String portFile = Files.readString(data.resolve("postgres/18.port")).strip();
        String password = Files.readString(data.resolve("secrets/postgres")).strip();
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + portFile + "/huoji", "postgres", password);
    }

    /** Waits until the server can work. */
    public void awaitReady() {
        HttpClient http = HttpClient.newHttpClient();
        HttpRequest ask = HttpRequest.newBuilder(URI.create(url() + "/api/health/ready")).timeout(Duration.ofSeconds(5))
                .build();
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < until && process.isAlive()) {
            try {
                if (http.send(ask, BodyHandlers.discarding()).statusCode() == 200)
                    return;
            } catch (IOException notYet) {
                // It listens a little later.
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                break;
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        throw new IllegalStateException("The server on %s did not get ready:%n%s".formatted(data, log()));
    }

    public String log() {
        try {
            return Files.readString(data.resolve("server.log"));
        } catch (IOException failure) {
            return failure.toString();
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS))
                process.destroyForcibly();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

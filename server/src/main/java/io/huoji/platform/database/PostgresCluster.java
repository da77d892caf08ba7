package io.huoji.platform.database;

import io.huoji.platform.settings.StartRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A cluster directory, with the programs and the user that run on it. */
record PostgresCluster(Path directory, PostgresBinaries binaries, PostgresUser user) {

    private static final String MAJOR = "18";

    /** The cluster under {@code home}, made now when missing. */
    static PostgresCluster in(Path home, PostgresBinaries binaries, String password) throws IOException {
        Files.createDirectories(home);
        var directory = directory(home);
        var cluster = new PostgresCluster(directory, binaries, PostgresUser.of(directory));
        if (Files.notExists(directory)) {
            cluster.initialise(home, password);
        }
        return cluster;
    }

    static Path directory(Path home) {
        return home.resolve(MAJOR);
    }

    private void initialise(Path home, String password) throws IOException {
        var fresh = Files.createTempDirectory(home, "new-");
        var passwordFile = Files.createTempFile(home, "new-", ".password");
        try {
            user.own(fresh);
            Files.writeString(passwordFile, password);
            user.own(passwordFile);
            var result = run(List
                    .of(binaries.program("initdb"), "--pgdata=" + fresh, "--username=postgres",
                            "--pwfile=" + passwordFile, "--auth=scram-sha-256", "--encoding=UTF8",
                            "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C", "--data-checksums"));
            if (result.code() != 0) {
                throw new StartRefused("The built-in PostgreSQL cannot make its cluster in %s: %s"
                        .formatted(home, result.lastLine()));
            }
            Files.move(fresh, directory, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(passwordFile);
            FileTree.delete(fresh);
        }
    }

    /** The port of last time when it is free, else a free one, remembered beside the cluster. */
    int port() throws IOException {
        var file = directory.resolveSibling(MAJOR + ".port");
        var last = Files.exists(file) ? Integer.parseInt(Files.readString(file).strip()) : 0;
        var port = freePort(last);
        if (port != last) {
            Files.writeString(file, Integer.toString(port));
        }
        return port;
    }

    private static int freePort(int wanted) throws IOException {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted));
            return socket.getLocalPort();
        } catch (IOException taken) {
            if (wanted == 0) {
                throw taken;
            }
            return freePort(0);
        }
    }

    /** Starts the server and waits until it takes connections; null when it does, else its last complaint. */
    @Nullable
    String start(List<String> settings, Duration patience) throws IOException {
        var log = directory.resolve("start.log");
        Files.deleteIfExists(log);
        var options = new StringBuilder();
        settings.forEach(setting -> options.append(" -c '").append(setting).append('\''));
        var result = run(List
                .of(binaries.program("pg_ctl"), "start", "--silent", "--wait", "--timeout=" + patience.toSeconds(),
                        "--pgdata=" + directory, "--log=" + log, "--options=" + options));
        if (result.code() == 0) {
            return null;
        }
        return Files.exists(log) ? new Result(1, Files.readString(log)).lastLine() : result.lastLine();
    }

    void stop(Duration patience) {
        try {
            run(List
                    .of(binaries.program("pg_ctl"), "stop", "--silent", "--wait", "--mode=fast",
                            "--timeout=" + patience.toSeconds(), "--pgdata=" + directory));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private Result run(List<String> command) throws IOException {
        var builder = new ProcessBuilder(user.run(new ArrayList<>(command))).directory(Path.of("/").toFile())
                .redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("HUOJI_"));
        builder.environment().put("LC_ALL", "C");
        var process = builder.start();
        process.getOutputStream().close();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (!process.waitFor(2, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
            return new Result(process.waitFor(), output);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Result(1, "interrupted");
        }
    }

    private record Result(int code, String output) {
        String lastLine() {
            var lines = output.strip().lines().toList();
            return lines.isEmpty() ? "no word from it" : lines.getLast();
        }
    }
}

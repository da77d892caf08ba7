package io.huoji.platform.database;

import io.huoji.platform.settings.Settings.ExternalDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;

/** A throw-away server of Debian's PostgreSQL packages, standing for an operator's own external one. */
public final class DebianPostgres implements AutoCloseable {

    private static final String PASSWORD = "the operator's own";

    private final Path home;
    private final PostgresCluster cluster;
    private final int port;

    private DebianPostgres(Path home, PostgresCluster cluster, int port) {
        this.home = home;
        this.cluster = cluster;
        this.port = port;
    }

    /** Whether Debian's package of that major version is installed. */
    public static boolean isInstalled(int major) {
        return Files.isExecutable(programs(major).resolve("bin/postgres"));
    }

    public static DebianPostgres start(int major) {
        try {
            var home = Files.createTempDirectory("huoji-debian-");
            Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
            var directory = home.resolve("cluster");
            var user = PostgresUser.of(directory);
            var cluster = new PostgresCluster(directory, new PostgresBinaries(programs(major)), user);
            initialise(cluster, home);
            var port = cluster.port();
            var complaint = cluster.start(PostgresTuning.throwAway().settings(port), Duration.ofSeconds(60));
            if (complaint != null) {
                throw new IllegalStateException(complaint);
            }
            return new DebianPostgres(home, cluster, port);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** As an operator sets it up by hand: the locale of the system, nothing of ours. */
    private static void initialise(PostgresCluster cluster, Path home) throws IOException {
        Files.createDirectory(cluster.directory());
        cluster.user().own(cluster.directory());
        var password = Files.writeString(home.resolve("password"), PASSWORD);
        cluster.user().own(password);
        var process = new ProcessBuilder(cluster.user()
                .run(java.util.List.of(cluster.binaries().program("initdb"), "--pgdata=" + cluster.directory(),
                        "--username=operator", "--pwfile=" + password, "--auth=scram-sha-256", "--encoding=UTF8",
                        "--locale=C.UTF-8", "--no-sync")))
                .directory(Path.of("/").toFile()).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (Files.notExists(cluster.directory().resolve("PG_VERSION"))) {
            throw new IllegalStateException(output);
        }
    }

    public ExternalDatabase address() {
        return new ExternalDatabase("jdbc:postgresql://127.0.0.1:" + port + "/postgres", "operator", PASSWORD);
    }

    @Override
    public void close() {
        cluster.stop(Duration.ofSeconds(60));
        FileTree.delete(home);
    }

    private static Path programs(int major) {
        return Path.of("/usr/lib/postgresql", Integer.toString(major));
    }
}

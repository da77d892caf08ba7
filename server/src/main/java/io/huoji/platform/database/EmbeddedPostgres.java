package io.huoji.platform.database;

import io.huoji.platform.settings.StartRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The built-in PostgreSQL: one cluster in the data directory, reachable over loopback by password only. A server
 * left over from a killed parent is adopted; nothing here ever deletes a pid file or a cluster.
 */
final class EmbeddedPostgres {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration WATCH_EVERY = Duration.ofSeconds(1);
    private static final Duration WATCH_AT_LEAST_EVERY = Duration.ofSeconds(30);
    private static final String DATABASE = "huoji";
    /** Of programs and cluster, below the data directory. */
    static final String HOME = "postgres";

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);

    private final PostgresCluster cluster;
    private final PostgresTuning tuning;
    private final int port;
    private final Thread watch = Thread.ofVirtual().name("postgres-watch").unstarted(this::watch);

    private EmbeddedPostgres(PostgresCluster cluster, PostgresTuning tuning, int port) {
        this.cluster = cluster;
        this.tuning = tuning;
        this.port = port;
    }

    /** Starts or adopts the server of the cluster under {@code dataDir}, making the cluster first when missing. */
    static EmbeddedPostgres start(Path dataDir, Path binaries, String password, PostgresTuning tuning) {
        try {
            var cluster = PostgresCluster.in(dataDir.resolve(HOME), PostgresBinaries.in(binaries), password);
            var port = adopt(cluster.directory(), password);
            var server = new EmbeddedPostgres(cluster, tuning,
                    port != null ? port : launch(cluster, tuning, cluster.port()));
            server.ensureDatabase(password);
            server.watch.start();
            return server;
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** The address of the server that another process runs on the cluster under {@code dataDir}; null when none does. */
    static @Nullable String running(Path dataDir, String password) {
        var port = adopt(PostgresCluster.directory(dataDir.resolve(HOME)), password);
        return port == null ? null : address(port, DATABASE);
    }

    /** Whether there is a cluster under {@code dataDir}, running or not. */
    static boolean isIn(Path dataDir) {
        return Files.exists(PostgresCluster.directory(dataDir.resolve(HOME)));
    }

    String address() {
        return address(port, DATABASE);
    }

    /** Fast shutdown: running statements end, everything committed is on disk. */
    void stop() {
        watch.interrupt();
        synchronized (cluster) {
            cluster.stop(PATIENCE);
        }
    }

    /** Brings a server that was killed under our feet back on the same port, where the pools look for it. */
    private void watch() {
        var pause = WATCH_EVERY;
        while (Files.exists(cluster.directory())) {
            try {
                Thread.sleep(pause);
                synchronized (cluster) {
                    relaunchWhenGone();
                }
                pause = WATCH_EVERY;
            } catch (InterruptedException stopped) {
                return;
            } catch (IOException | StartRefused fault) {
                LOG.error("PostgreSQL is gone and does not come back yet: {}", fault.getMessage());
                pause = pause.compareTo(WATCH_AT_LEAST_EVERY) < 0 ? pause.multipliedBy(2) : pause;
            }
        }
    }

    private void relaunchWhenGone() throws IOException {
        var running = PostmasterFile.of(cluster.directory());
        if (!Thread.currentThread().isInterrupted() && (running == null || !running.isAlive() || running.isEnding())) {
            LOG.warn("PostgreSQL ended unasked; starting it again.");
            launch(cluster, tuning, port);
        }
    }

    private static String address(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** The port of a server that already runs on this cluster; null when there is none. */
    private static @Nullable Integer adopt(Path cluster, String password) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            var running = PostmasterFile.of(cluster);
            if (running == null || !running.isAlive()) {
                return null;
            }
            if (!running.isEnding() && !running.isServerOf(cluster)) {
                throw new StartRefused(
                        "%s names process %d, which is another program; if no PostgreSQL uses %s, delete that file."
                                .formatted(cluster.resolve("postmaster.pid"), running.pid(),
                                        cluster));
            }
            if (running.isReady() && answersFor(cluster, running, password)) {
                return running.port();
            }
            pause();
        }
        throw new StartRefused("A PostgreSQL left on %s neither answers nor ends; end it, then start again."
                .formatted(cluster));
    }

    private static boolean answersFor(Path cluster, PostmasterFile running, String password) {
        try (var connection = DriverManager.getConnection(address(running.port(), "postgres"), "postgres", password);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("show data_directory")) {
            return rows.next() && Path.of(rows.getString(1)).toRealPath().equals(cluster.toRealPath());
        } catch (SQLException | IOException notYet) {
            return false;
        }
    }

    private static int launch(PostgresCluster cluster, PostgresTuning tuning, int port) throws IOException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var complaint = cluster.start(tuning.settings(port), PATIENCE);
            if (complaint == null) {
                return port;
            }
            if (!complaint.contains("still in use") || System.nanoTime() > deadline) {
                throw new StartRefused("The built-in PostgreSQL does not start: " + complaint);
            }
            pause();
        }
    }

    private void ensureDatabase(String password) {
        try (var connection = DriverManager.getConnection(address(port, "postgres"), "postgres", password);
                var statement = connection.createStatement()) {
            try (var rows = statement.executeQuery("select 1 from pg_database where datname = '" + DATABASE + "'")) {
                if (rows.next()) {
                    return;
                }
            }
            statement.execute("create database " + DATABASE);
        } catch (SQLException fault) {
            throw new StartRefused("The built-in PostgreSQL refuses its own administrator: " + fault.getMessage(),
                    fault);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new StartRefused("The start was interrupted.");
        }
    }
}

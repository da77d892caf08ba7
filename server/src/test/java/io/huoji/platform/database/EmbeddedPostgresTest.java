package io.huoji.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.huoji.platform.settings.StartRefused;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EmbeddedPostgresTest {

    private static final String PASSWORD = "only for tests";

    private Path home = Path.of("");

    @BeforeEach
    void open() throws IOException {
        home = Files.createTempDirectory("huoji-postgres-");
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @AfterEach
    void clean() throws Exception {
        var running = PostmasterFile.of(cluster());
        if (running != null && running.isServerOf(cluster())) {
            kill(running.pid());
        }
        FileTree.delete(home);
    }

    @Test
    void keepsItsDataOverAStop() throws Exception {
        var server = start();
        sql(server, "create table kept as select 42 as answer");
        server.stop();
        assertThat(PostmasterFile.of(cluster())).isNull();

        var again = start();
        assertThat(number(again, "select answer from kept")).isEqualTo(42);
        assertThat(again.address()).isEqualTo(server.address());
        again.stop();
    }

    @Test
    void keepsCommittedDataWhenItIsKilledAndComesBackOnTheSamePort() throws Exception {
        var server = EmbeddedPostgres.start(home, ThrowAwayDatabase.binaries(), PASSWORD,
                new PostgresTuning(128, 256, true));
        sql(server, "create table kept as select 42 as answer");
        kill(pid());
        assertThat(eventually(() -> number(server, "select answer from kept"))).isEqualTo(42);
        server.stop();
    }

    @Test
    void adoptsAServerWhoseParentWasKilled() throws Exception {
        start().stop();
        var orphan = PostgresCluster.in(home.resolve("postgres"), PostgresBinaries.in(ThrowAwayDatabase.binaries()),
                PASSWORD);
        assertThat(orphan.start(PostgresTuning.throwAway().settings(orphan.port()), Duration.ofSeconds(60))).isNull();
        var pid = pid();

        var server = start();
        assertThat(pid()).isEqualTo(pid);
        assertThat(number(server, "select 1")).isEqualTo(1);
        server.stop();
    }

    @Test
    void refusesAPidFileThatNamesAnotherProgramAndLeavesItAlone() throws Exception {
        start().stop();
        var file = cluster().resolve("postmaster.pid");
        Files.writeString(file, "%d\n%s\n0\n5432\n\n127.0.0.1\n1 1\nready   \n"
                .formatted(ProcessHandle.current().pid(), cluster()));
        assertThatThrownBy(this::start).isInstanceOf(StartRefused.class).hasMessageContaining("postmaster.pid");
        assertThat(file).exists();
        Files.delete(file);
    }

    @Test
    void takesAnotherPortWhenItsOwnIsTaken() throws Exception {
        var first = start();
        first.stop();
        var port = Integer.parseInt(Files.readString(home.resolve("postgres/18.port")));
        try (var taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            var second = start();
            assertThat(second.address()).isNotEqualTo(first.address());
            assertThat(number(second, "select 1")).isEqualTo(1);
            second.stop();
            assertThat(taken.isClosed()).isFalse();
        }
    }

    @Test
    void asksForThePasswordAndChecksItsPages() throws Exception {
        var server = start();
        assertThatThrownBy(() -> DriverManager.getConnection(server.address(), "postgres", "wrong"))
                .isInstanceOf(SQLException.class);
        assertThat(text(server, "show data_checksums")).isEqualTo("on");
        assertThat(text(server, "show listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(text(server, "select datlocprovider::text || datlocale from pg_database where datname = 'huoji'"))
                .isEqualTo("bC.UTF-8");
        server.stop();
    }

    @Test
    void runsAsTheOwnerOfTheClusterAndNeverAsRoot() throws Exception {
        var server = start();
        assertThat(Files.getAttribute(cluster(), "unix:uid")).isNotEqualTo(0);
        assertThat(Files.getAttribute(Path.of("/proc/" + pid()), "unix:uid"))
                .isEqualTo(Files.getAttribute(cluster(), "unix:uid"));
        assertThat(Files.getPosixFilePermissions(cluster())).isEqualTo(PosixFilePermissions.fromString("rwx------"));
        server.stop();
    }

    @Test
    void passesAClosedDirectoryAbove() throws Exception {
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx------"));
        var server = start();
        assertThat(number(server, "select 1")).isEqualTo(1);
        server.stop();
    }

    private EmbeddedPostgres start() {
        return EmbeddedPostgres.start(home, ThrowAwayDatabase.binaries(), PASSWORD, PostgresTuning.throwAway());
    }

    private Path cluster() {
        return home.resolve("postgres/18");
    }

    private long pid() {
        return Objects.requireNonNull(PostmasterFile.of(cluster())).pid();
    }

    private static void kill(long pid) throws Exception {
        var killed = new ProcessBuilder("kill", "-9", Long.toString(pid)).start();
        assertThat(killed.waitFor(5, TimeUnit.SECONDS)).isTrue();
    }

    private static void sql(EmbeddedPostgres server, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(server.address(), "postgres", PASSWORD);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String text(EmbeddedPostgres server, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(server.address(), "postgres", PASSWORD);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    private static int number(EmbeddedPostgres server, String sql) throws SQLException {
        return Integer.parseInt(text(server, sql));
    }

    private interface Question {
        int ask() throws SQLException;
    }

    private static int eventually(Question question) throws Exception {
        var deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (true) {
            try {
                return question.ask();
            } catch (SQLException notYet) {
                if (System.nanoTime() > deadline) {
                    throw notYet;
                }
                Thread.sleep(100);
            }
        }
    }
}

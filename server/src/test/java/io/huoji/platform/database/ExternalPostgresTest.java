package io.huoji.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.huoji.platform.settings.DataDirectory;
import io.huoji.platform.settings.Settings;
import io.huoji.platform.settings.Settings.ExternalDatabase;
import io.huoji.platform.settings.StartRefused;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.Map;
import java.util.Objects;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExternalPostgresTest {

    @TempDir Path home;

    @Test
    void worksOnThePostgresOfDebian12() throws Exception {
        assumeTrue(DebianPostgres.isInstalled(15), "Debian's postgresql-15 is not installed");
        try (var external = DebianPostgres.start(15); var data = DataDirectory.hold(home)) {
            var access = open(external.address(), data).access();
            migrate(access);
            try (var connection = DriverManager.getConnection(access.url(), access.application().role(),
                    access.application().password());
                    var statement = connection.createStatement();
                    var rows = statement.executeQuery("select count(*) from record")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getInt(1)).isZero();
            }
        }
    }

    @Test
    void letsASecondNodeSignInWithTheSamePasswords() throws Exception {
        assumeTrue(DebianPostgres.isInstalled(15), "Debian's postgresql-15 is not installed");
        try (var external = DebianPostgres.start(15);
                var one = DataDirectory.hold(home.resolve("one"));
                var two = DataDirectory.hold(home.resolve("two"))) {
            assertThat(open(external.address(), one).access()).isEqualTo(open(external.address(), two).access());
        }
    }

    @Test
    void letsACommandVisitOnlyWhatAServerHasUsedBefore() throws Exception {
        assumeTrue(DebianPostgres.isInstalled(15), "Debian's postgresql-15 is not installed");
        try (var external = DebianPostgres.start(15); var data = DataDirectory.hold(home)) {
            var settings = settings(external.address());
            assertThatThrownBy(() -> DatabaseServer.visit(settings)).isInstanceOf(StartRefused.class)
                    .hasMessageContaining("start the server there first");
            var access = open(external.address(), data).access();
            try (var visit = DatabaseServer.visit(settings)) {
                assertThat(visit.access()).isEqualTo(access);
            }
        }
    }

    @Test
    void saysInOneLineThatItCannotBeReached() {
        try (var data = DataDirectory.hold(home)) {
            var nowhere = new ExternalDatabase("jdbc:postgresql://127.0.0.1:1/huoji?password=secret", "operator", "x");
            assertThatThrownBy(() -> open(nowhere, data)).isInstanceOf(StartRefused.class)
                    .hasMessageContaining("127.0.0.1:1/huoji")
                    .message()
                    .doesNotContain("\n", "secret");
        }
    }

    private static DatabaseServer open(ExternalDatabase database, DataDirectory data) {
        return DatabaseServer.open(settings(database), data);
    }

    private static Settings settings(ExternalDatabase database) {
        return Settings.of(Map.of("HUOJI_DATABASE_URL", database.url(), "HUOJI_DATABASE_USER", database.user(),
                "HUOJI_DATABASE_PASSWORD", Objects.requireNonNull(database.password())));
    }

    private static void migrate(DatabaseAccess access) {
        var owner = access.owner();
        Flyway.configure().dataSource(access.url(), owner.role(), owner.password()).load().migrate();
    }
}

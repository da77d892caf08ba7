package io.huoji.testkit;

import io.huoji.platform.database.DatabaseServer;
import io.huoji.platform.database.DebianPostgres;
import io.huoji.platform.database.ThrowAwayDatabase;
import io.huoji.platform.settings.DataDirectory;
import io.huoji.platform.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The one database of this test JVM: a throw-away built-in cluster, or, with -Dhuoji.test.postgres=15, a throw-away
 * one of Debian's, or the external server named by HUOJI_TEST_DATABASE_URL, _USER and _PASSWORD.
 */
public final class TestDatabase {

    private static final String EXTERNAL = "HUOJI_TEST_DATABASE_";

    private final Settings settings;
    private final DataDirectory data;
    private final DatabaseServer server;

    private TestDatabase(Settings settings, DataDirectory data, DatabaseServer server) {
        this.settings = settings;
        this.data = data;
        this.server = server;
    }

    private static final class Holder {
        static final TestDatabase INSTANCE = open();
    }

    /** The database, started at first use and stopped with the JVM. */
    public static TestDatabase instance() {
        return Holder.INSTANCE;
    }

    public Settings settings() {
        return settings;
    }

    public DataDirectory data() {
        return data;
    }

    DatabaseServer server() {
        return server;
    }

    private static TestDatabase open() {
        try {
            var directory = Files.createTempDirectory("huoji-test-");
            var environment = new HashMap<>(Map.of("HUOJI_DATA_DIR", directory.toString(), "HUOJI_TRIALS", "on",
                    "HUOJI_BASE_URL", "http://localhost:8080", "HUOJI_SMTP_URL",
                    "smtp://127.0.0.1:%d?from=huoji@example.com".formatted(Mailbox.port())));
            System.getenv().forEach((name, value) -> {
                if (name.startsWith(EXTERNAL)) {
                    environment.put("HUOJI_DATABASE_" + name.substring(EXTERNAL.length()), value);
                }
            });
            var debian = debian();
            if (debian != null) {
                var address = debian.address();
                environment.putAll(Map.of("HUOJI_DATABASE_URL", address.url(), "HUOJI_DATABASE_USER", address.user(),
                        "HUOJI_DATABASE_PASSWORD", Objects.requireNonNull(address.password())));
            }
            var settings = Settings.of(environment);
            var data = DataDirectory.hold(directory);
            var server = settings.database() == null
                    ? ThrowAwayDatabase.start(data)
                    : DatabaseServer.open(settings, data);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                server.close();
                if (debian != null) {
                    debian.close();
                }
                data.close();
                ThrowAwayDatabase.delete(directory);
            }, "stop test database"));
            return new TestDatabase(settings, data, server);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static @Nullable DebianPostgres debian() {
        var major = Integer.getInteger("huoji.test.postgres");
        return major == null ? null : DebianPostgres.start(major);
    }
}

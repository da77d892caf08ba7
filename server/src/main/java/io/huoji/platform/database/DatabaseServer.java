package io.huoji.platform.database;

import io.huoji.platform.settings.DataDirectory;
import io.huoji.platform.settings.Settings;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The PostgreSQL that keeps this installation's data: the built-in one, or an external one. */
public final class DatabaseServer implements AutoCloseable {

    private final DatabaseAccess access;
    private final Runnable stop;

    private DatabaseServer(DatabaseAccess access, Runnable stop) {
        this.access = access;
        this.stop = stop;
    }

    /**
     * Starts or reaches the database, and leaves its roles ready to sign in.
     *
     * @throws io.huoji.platform.settings.StartRefused when a person has to mend something first
     */
    public static DatabaseServer open(Settings settings, DataDirectory data) {
        var external = settings.database();
        if (external != null) {
            return external(external, data);
        }
        return builtIn(data, data.path().resolve("postgres"), PostgresTuning.forThisMachine());
    }

    /** The built-in server, its programs unpacked in {@code binaries}. */
    static DatabaseServer builtIn(DataDirectory data, Path binaries, PostgresTuning tuning) {
        var password = data.secret("postgres");
        var postgres = EmbeddedPostgres.start(data.path(), binaries, password, tuning);
        try {
            return new DatabaseServer(DatabaseRoles.prepare(postgres.address(), "postgres", password), postgres::stop);
        } catch (RuntimeException fault) {
            postgres.stop();
            throw fault;
        }
    }

    /** Reaches an external server with the sign-in of the role that may create ours. */
    private static DatabaseServer external(Settings.ExternalDatabase database, DataDirectory data) {
        var password = database.password() == null ? data.secret("postgres") : database.password();
        return new DatabaseServer(DatabaseRoles.prepare(database.url(), database.user(), password), () -> {});
    }

    /**
     * Reaches the database that a server has made, for a command of the operator's: beside that server while it runs, else with a
     * PostgreSQL started for the time being.
     *
     * @throws io.huoji.platform.settings.StartRefused when there is none or it can't be reached
     */
    public static DatabaseServer visit(Settings settings) {
        var external = settings.database();
        if (external != null && external.password() != null) {
            return new DatabaseServer(DatabaseRoles.known(external.url(), external.password()), () -> {});
        }
        var data = DataDirectory.visit(settings.dataDir());
        try {
            if (external != null) {
                return new DatabaseServer(DatabaseRoles.known(external.url(), data.secret("postgres")), data::close);
            }
            if (!data.isHeld()) {
                var running = EmbeddedPostgres.addressIn(data.path());
                return new DatabaseServer(DatabaseRoles.known(running, data.secret("postgres")), () -> {});
            }
            var server = open(settings, data);
            return new DatabaseServer(server.access, () -> {
                server.close();
                data.close();
            });
        } catch (RuntimeException fault) {
            data.close();
            throw fault;
        }
    }

    /** Signs in as the owner of all tables, whom no wall between tenants stops: for commands of the operator's only. */
    public DataSource owner() {
        return new DriverManagerDataSource(access.url(), access.owner().role(), access.owner().password());
    }

    DatabaseAccess access() {
        return access;
    }

    /** Stops the built-in PostgreSQL; an external one stays as it is. */
    @Override
    public void close() {
        stop.run();
    }
}

package io.huoji.platform.database;

import io.huoji.platform.settings.DataDirectory;
import io.huoji.platform.settings.Settings;
import io.huoji.platform.settings.StartRefused;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The PostgreSQL that keeps this installation's data: the built-in one, or an external one. */
public final class DatabaseServer implements AutoCloseable {

    private static final String PASSWORD = "postgres";

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
        return builtIn(data, data.path().resolve(EmbeddedPostgres.HOME), PostgresTuning.forThisMachine());
    }

    /**
     * Reaches the database of a server that runs, for a command beside it; closing it stops nothing.
     *
     * @throws io.huoji.platform.settings.StartRefused when there is none
     */
    public static DatabaseServer join(Settings settings, DataDirectory data) {
        var external = settings.database();
        if (external != null) {
            return external(external, data);
        }
        var password = data.secret(PASSWORD);
        return new DatabaseServer(DatabaseRoles.prepare(running(data, password), "postgres", password), () -> {});
    }

    private static String running(DataDirectory data, String password) {
        var address = EmbeddedPostgres.running(data.path(), password);
        if (address == null) {
            throw new StartRefused(
                    "Huoji on %s is just starting or stopping, or runs on an external database; try again, or set HUOJI_DATABASE_URL."
                            .formatted(data.path()));
        }
        return address;
    }

    /** A built-in server for data that may be lost: nothing is forced to disk. */
    public static DatabaseServer scratch(DataDirectory data) {
        return builtIn(data, data.path().resolve(EmbeddedPostgres.HOME), PostgresTuning.throwAway());
    }

    /** Whether these settings lead to a database that someone has made before. */
    public static boolean isThere(Settings settings) {
        return settings.database() != null || EmbeddedPostgres.isIn(settings.dataDir());
    }

    /** Whether this is the folder of the built-in server in a data directory. */
    public static boolean isFolder(Path name) {
        return name.toString().equals(EmbeddedPostgres.HOME);
    }

    /** Whether this is the secret that belongs to one database server and means nothing to another. */
    public static boolean isSecret(Path name) {
        return name.toString().equals(PASSWORD);
    }

    /** The built-in server, its programs unpacked in {@code binaries}. */
    static DatabaseServer builtIn(DataDirectory data, Path binaries, PostgresTuning tuning) {
        var password = data.secret(PASSWORD);
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
        var password = database.password() == null ? data.secret(PASSWORD) : database.password();
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
                return new DatabaseServer(DatabaseRoles.known(external.url(), data.secret(PASSWORD)), data::close);
            }
            if (!data.isHeld()) {
                var password = data.secret(PASSWORD);
                return new DatabaseServer(DatabaseRoles.known(running(data, password), password), () -> {});
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

    /**
     * Lets no server start on half of the data.
     *
     * @throws StartRefused while a restore into this database has not ended
     */
    public void refuseUnfinishedRestore() {
        try (var connection = ownerConnection()) {
            if (new TableCatalogue(connection).isMarked()) {
                throw new StartRefused(
                        "A restore into this database did not end: run ./huoji restore again, or begin anew with an empty database.");
            }
        } catch (SQLException fault) {
            throw new StartRefused("The database cannot be looked at: " + fault.getMessage(), fault);
        }
    }

    /** A connection as the owner of the tables, who stands outside the row-level wall; outside any pool, autocommit off. */
    Connection ownerConnection() throws SQLException {
        var connection = DriverManager.getConnection(access.url(), access.owner().role(), access.owner().password());
        connection.setAutoCommit(false);
        return connection;
    }

    /** Stops the built-in PostgreSQL; an external one stays as it is. */
    @Override
    public void close() {
        stop.run();
    }
}

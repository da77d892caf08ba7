package io.huoji.platform.database;

import io.huoji.platform.database.DatabaseAccess.Login;
import io.huoji.platform.settings.StartRefused;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The three roles of ours: the owner, for migrations only; the application, under row level security; the sweep,
 * which reads a few columns across tenants. Their passwords derive from the administrator's, so that several
 * nodes on one database agree without sharing a file.
 */
final class DatabaseRoles {

    private static final int OLDEST_MAJOR = 15;
    private static final String WRONG_PASSWORD_CLASS = "28";

    private DatabaseRoles() {}

    /** Makes the roles when missing, and answers how they sign in. */
    static DatabaseAccess prepare(String url, String administrator, String password) {
        var access = access(url, password);
        try {
            if (!canSignIn(access)) {
                try (var connection = DriverManager.getConnection(url, administrator, password)) {
                    refuseOldServer(connection);
                    create(connection, access);
                }
            }
            return access;
        } catch (SQLException fault) {
            throw new StartRefused("The database %s cannot be used by %s: %s"
                    .formatted(withoutParameters(url), administrator, oneLine(fault)), fault);
        }
    }

    /** How the roles of a database that a server has used before sign in; refuses one where they can't. */
    static DatabaseAccess known(String url, String password) {
        var access = access(url, password);
        try {
            if (canSignIn(access)) {
                return access;
            }
            throw new StartRefused("No Huoji has used the database %s with this password; start the server there first."
                    .formatted(withoutParameters(url)));
        } catch (SQLException fault) {
            throw new StartRefused("The database %s cannot be reached: %s".formatted(withoutParameters(url),
                    oneLine(fault)), fault);
        }
    }

    private static DatabaseAccess access(String url, String password) {
        return new DatabaseAccess(url, login("huoji_owner", password), login("huoji_app", password),
                login("huoji_sweep", password));
    }

    private static Login login(String role, String password) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(password.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            var derived = mac.doFinal(role.getBytes(StandardCharsets.UTF_8));
            return new Login(role, HexFormat.of().formatHex(derived));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static boolean canSignIn(DatabaseAccess access) throws SQLException {
        for (var login : List.of(access.owner(), access.application(), access.sweep())) {
            try (var connection = DriverManager.getConnection(access.url(), login.role(), login.password())) {
                refuseOldServer(connection);
            } catch (SQLException refused) {
                if (String.valueOf(refused.getSQLState()).startsWith(WRONG_PASSWORD_CLASS)) {
                    return false;
                }
                throw refused;
            }
        }
        return true;
    }

    private static void refuseOldServer(Connection connection) throws SQLException {
        var major = connection.getMetaData().getDatabaseMajorVersion();
        if (major < OLDEST_MAJOR) {
            throw new StartRefused("PostgreSQL %d is too old: Huoji needs %d or newer.".formatted(major, OLDEST_MAJOR));
        }
    }

    private static void create(Connection connection, DatabaseAccess access) throws SQLException {
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            for (var login : List.of(access.owner(), access.application(), access.sweep())) {
                statement.execute("""
                        do $$ begin
                            create role %1$s login;
                        exception when duplicate_object then null;
                        end $$;
                        alter role %1$s with login nocreatedb nocreaterole noreplication password '%2$s';
                        """.formatted(login.role(), login.password()));
            }
            statement.execute(
                    """
                            do $$ begin
                                execute format('grant connect, create, temporary on database %I to huoji_owner', current_database());
                                execute format('grant connect on database %I to huoji_app, huoji_sweep', current_database());
                            end $$;
                            grant usage, create on schema public to huoji_owner;
                            grant usage on schema public to huoji_app, huoji_sweep;
                            alter role huoji_app set statement_timeout = '30s';
                            alter role huoji_app set idle_in_transaction_session_timeout = '60s';
                            alter role huoji_app set lock_timeout = '10s';
                            -- Our statements take milliseconds to plan and less to run; their plan depends on no value.
                            alter role huoji_app set plan_cache_mode = force_generic_plan;
                            alter role huoji_sweep set statement_timeout = '30s';
                            alter role huoji_sweep set default_transaction_read_only = on;
                            """);
        }
        connection.commit();
    }

    private static String withoutParameters(String url) {
        return url.replaceFirst("\\?.*", "");
    }

    private static String oneLine(SQLException fault) {
        return String.valueOf(fault.getMessage()).replaceAll("\\s+", " ");
    }
}

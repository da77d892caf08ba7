package io.huoji.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The versions of the schema that this build of the product can make. */
public final class SchemaVersions {

    private static final String LOCATION = "classpath:db/migration";

    private SchemaVersions() {}

    /** Whether there is a migration of that version. */
    public static boolean has(String version) {
        try {
            return version.matches("[0-9]{1,20}") && new PathMatchingResourcePatternResolver()
                    .getResources(LOCATION + "/V" + version + "__*.sql").length > 0;
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** Brings the schema to that version, or to {@code latest}, exactly as the start of a server does. */
    static void migrate(DatabaseAccess access, String version) {
        try {
            Flyway.configure().dataSource(access.url(), access.owner().role(), access.owner().password())
                    .locations(LOCATION).validateMigrationNaming(true).target(version).load().migrate();
        } catch (FlywayException fault) {
            throw new IllegalStateException("The schema cannot be brought to version " + version, fault);
        }
    }
}

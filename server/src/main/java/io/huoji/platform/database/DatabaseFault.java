package io.huoji.platform.database;

import java.sql.SQLException;

/** PostgreSQL refused a step of an export or import; the message is its own, in one line. */
public final class DatabaseFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DatabaseFault(String step, SQLException cause) {
        super(step + ": " + String.valueOf(cause.getMessage()).replaceAll("\\s+", " "), cause);
    }
}

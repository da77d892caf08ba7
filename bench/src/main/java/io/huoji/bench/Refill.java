package io.huoji.bench;

import java.sql.Connection;
import java.sql.Statement;

/** Between two loads: waits for the queue, opens expectations anew and tidies up, so that each load finds the same. */
final class Refill {

    private Refill() {}

    static void now(Server server, Data data) throws Exception {
        try (Connection connection = server.superuser(); Statement sql = connection.createStatement()) {
            Million.awaitDrained(sql);
            Tenants.refill(connection, data, Data.OPEN);
            Million.tidy(sql, "event", "expectation");
            sql.execute("checkpoint");
        }
    }
}

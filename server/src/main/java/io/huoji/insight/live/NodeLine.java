package io.huoji.insight.live;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Repository;

/** The line between nodes on one database: LISTEN and NOTIFY, each on a connection of its own, outside the pool. */
@Repository
class NodeLine {

    private static final String CHANNEL = "huoji_live";

    private final HikariDataSource dataSource;

    NodeLine(HikariDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Where messages come from; waits until there are some. */
    interface Messages {
        List<String> next() throws InterruptedException;
    }

    /** Work on one connection. */
    private interface Duty {
        void on(Connection connection) throws SQLException, InterruptedException;
    }

    /** Hears until it is no longer wanted; throws when the line breaks. */
    void listen(BooleanSupplier wanted, Runnable open, Consumer<String> hear) {
        connected(connection -> {
            try (var statement = connection.createStatement()) {
                statement.execute("listen " + CHANNEL);
            }
            open.run();
            PGConnection line = connection.unwrap(PGConnection.class);
            while (wanted.getAsBoolean()) {
                PGNotification[] heard = line.getNotifications(1000);
                for (PGNotification message : heard == null ? new PGNotification[0] : heard) {
                    hear.accept(message.getParameter());
                }
            }
        });
    }

    /** Tells until it is no longer wanted; throws when the line breaks. */
    void tell(BooleanSupplier wanted, Messages messages) {
        connected(connection -> {
            while (wanted.getAsBoolean()) {
                for (String message : messages.next()) {
                    tell(connection, message);
                }
            }
        });
    }

    private static void tell(Connection connection, String message) throws SQLException {
        try (var statement = connection.prepareStatement("select pg_notify(?, ?)")) {
            statement.setString(1, CHANNEL);
            statement.setString(2, message);
            statement.execute();
        }
    }

    private void connected(Duty duty) {
        try (Connection connection = DriverManager.getConnection(dataSource.getJdbcUrl(), dataSource.getUsername(),
                dataSource.getPassword())) {
            connection.setAutoCommit(true);
            duty.on(connection);
        } catch (SQLException broken) {
            throw new DataAccessResourceFailureException(String.valueOf(broken.getMessage()), broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}

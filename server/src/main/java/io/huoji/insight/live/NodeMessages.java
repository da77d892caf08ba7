package io.huoji.insight.live;

import com.zaxxer.hikari.HikariDataSource;
import io.huoji.platform.tenant.TenantId;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Repository;

/**
 * What nodes on the same database tell each other: which tenants have moved, by NOTIFY on a connection of its own, never inside a
 * business transaction. Nothing depends on its arrival but the haste of other nodes' browsers.
 */
@Repository
class NodeMessages implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(NodeMessages.class);
    private static final String CHANNEL = "huoji_live";
    /** A payload holds 8000 bytes. */
    private static final int TENANTS_PER_MESSAGE = 200;
    private static final Duration PAUSE = Duration.ofSeconds(2);
    /** What moves within it is told at once: under load a NOTIFY for every batch costs as much as the batch. */
    private static final Duration GATHER = Duration.ofMillis(100);

    private final HikariDataSource dataSource;
    private final LiveStreams streams;
    private final MovedTenants moved;
    private final String self = UUID.randomUUID().toString();
    private volatile boolean running;
    private @Nullable Thread listener;
    private @Nullable Thread teller;

    NodeMessages(HikariDataSource dataSource, LiveStreams streams, MovedTenants moved) {
        this.dataSource = dataSource;
        this.streams = streams;
        this.moved = moved;
    }

    @Override
    public synchronized void start() {
        if (running) {
            return;
        }
        running = true;
        listener = Thread.ofPlatform().daemon().name("live-listen").start(() -> keepUp(true));
        teller = Thread.ofPlatform().daemon().name("live-tell").start(() -> keepUp(false));
    }

    @Override
    public synchronized void stop() {
        running = false;
        for (Thread thread : java.util.Arrays.asList(listener, teller)) {
            if (thread != null) {
                thread.interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Works on one connection until it breaks, then on the next. */
    private void keepUp(boolean listens) {
        while (running) {
            try (Connection connection = connect()) {
                if (listens) {
                    listen(connection);
                } else {
                    tell(connection);
                }
            } catch (SQLException broken) {
                if (running) {
                    LOG.warn("The line to other nodes broke ({}); opening it again.", broken.getMessage());
                }
                pause();
            } catch (InterruptedException stopped) {
                return;
            }
        }
    }

    private Connection connect() throws SQLException {
        Connection connection = DriverManager.getConnection(dataSource.getJdbcUrl(), dataSource.getUsername(),
                dataSource.getPassword());
        connection.setAutoCommit(true);
        return connection;
    }

    private void listen(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("listen " + CHANNEL);
        }
        // What was told before the line was open is lost.
        streams.movedAll();
        PGConnection line = connection.unwrap(PGConnection.class);
        while (running) {
            PGNotification[] heard = line.getNotifications(1000);
            for (PGNotification message : heard == null ? new PGNotification[0] : heard) {
                hear(message.getParameter());
            }
        }
    }

    private void hear(String message) {
        List<String> words = List.of(message.split(",", -1));
        if (words.getFirst().equals(self)) {
            return;
        }
        words.stream().skip(1).map(UUID::fromString).map(TenantId::new).forEach(streams::moved);
    }

    private void tell(Connection connection) throws SQLException, InterruptedException {
        try (var statement = connection.createStatement()) {
            // A lost haste is no loss, so nobody waits for the disk.
            statement.execute("set synchronous_commit = off");
        }
        while (running) {
            List<TenantId> tenants = moved.takeUntold();
            for (int from = 0; from < tenants.size(); from += TENANTS_PER_MESSAGE) {
                List<TenantId> some = tenants.subList(from, Math.min(tenants.size(), from + TENANTS_PER_MESSAGE));
                String message = self + "," + String.join(",", some.stream().map(TenantId::toString).toList());
                try (var statement = connection.prepareStatement("select pg_notify(?, ?)")) {
                    statement.setString(1, CHANNEL);
                    statement.setString(2, message);
                    statement.execute();
                }
            }
            Thread.sleep(GATHER);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}

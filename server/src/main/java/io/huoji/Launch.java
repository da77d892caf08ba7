package io.huoji;

import io.huoji.platform.database.DatabaseServer;
import io.huoji.platform.settings.DataDirectory;
import io.huoji.platform.settings.Settings;
import io.huoji.platform.settings.StartRefused;
import io.huoji.platform.settings.UnfinishedRestore;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationContextInitializedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;

/** One run of the server, from the held data directory to the last stopped process. */
final class Launch {

    private final Settings settings;
    private @Nullable DataDirectory data;
    private @Nullable DatabaseServer database;
    private volatile @Nullable ConfigurableApplicationContext context;

    Launch(Settings settings) {
        this.settings = settings;
    }

    void run(String[] arguments) {
        var application = new SpringApplication(HuojiApplication.class);
        application.setRegisterShutdownHook(false);
        if (!Boolean.getBoolean("spring.aot.processing")) {
            Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
            application.addInitializers(open());
        }
        application
                .addListeners((ApplicationListener<ApplicationContextInitializedEvent>) event -> context = event
                        .getApplicationContext());
        application.run(arguments);
    }

    /** Opens data directory and database before Spring begins, so that a refusal is one line and no stack trace. */
    private synchronized Surroundings open() {
        data = DataDirectory.hold(settings.dataDir());
        new UnfinishedRestore(settings.dataDir()).refuseStart();
        refuseTakenPort("HUOJI_PORT", settings.bind(), settings.port());
        refuseTakenPort("HUOJI_MANAGEMENT_PORT", "127.0.0.1", settings.managementPort());
        database = DatabaseServer.open(settings, data);
        database.refuseUnfinishedRestore();
        return new Surroundings(settings, data, database);
    }

    private static void refuseTakenPort(String name, String address, int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(address, port));
        } catch (IOException | IllegalArgumentException taken) {
            throw new StartRefused(
                    "Port %d on %s cannot be used (%s); choose another with %s.".formatted(port, address,
                            taken.getMessage(), name),
                    taken);
        }
    }

    /** Ends in the order of dependence: requests, pools, PostgreSQL, lock. */
    private synchronized void stop() {
        if (context != null) {
            context.close();
        }
        if (database != null) {
            database.close();
        }
        if (data != null) {
            data.close();
        }
    }
}

package io.huoji;

import io.huoji.platform.database.DatabaseServer;
import io.huoji.platform.settings.DataDirectory;
import io.huoji.platform.settings.Settings;
import java.util.HashMap;
import java.util.Map;
import java.util.TimeZone;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Hands what was opened before Spring began to the application: settings, data directory, database. */
public final class Surroundings implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private final Settings settings;
    private final DataDirectory data;
    private final DatabaseServer database;

    public Surroundings(Settings settings, DataDirectory data, DatabaseServer database) {
        this.settings = settings;
        this.data = data;
        this.database = database;
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        var beans = context.getBeanFactory();
        beans.registerSingleton("settings", settings);
        beans.registerSingleton("dataDirectory", data);
        beans.registerSingleton("databaseServer", database);
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("huoji settings", properties()));
    }

    private Map<String, Object> properties() {
        var properties = new HashMap<String, Object>();
        properties.put("server.port", settings.port());
        properties.put("server.address", settings.bind());
        properties.put("management.server.port", settings.managementPort());
        var tls = settings.tls();
        if (tls != null) {
            properties.put("spring.ssl.bundle.pem.huoji.keystore.certificate", "file:" + tls.certificate());
            properties.put("spring.ssl.bundle.pem.huoji.keystore.private-key", "file:" + tls.key());
            properties.put("server.ssl.bundle", "huoji");
            // Loopback only: whoever scrapes there speaks plain http.
            properties.put("management.server.ssl.enabled", false);
        }
        if (!settings.trustedProxies().isEmpty()) {
            properties.put("server.forward-headers-strategy", "native");
            properties.put("server.tomcat.remoteip.internal-proxies", String.join(",", settings.trustedProxies()));
        }
        return properties;
    }
}

package io.huoji.testkit;

import io.huoji.Surroundings;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Puts the server under test on this JVM's test database and on free ports; jobs run only when a test runs them. */
class TestSurroundings implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var database = TestDatabase.instance();
        new Surroundings(database.settings(), database.data(), database.server()).initialize(context);
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("free ports, jobs by hand",
                        Map.of("server.port", 0, "server.address", "127.0.0.1", "management.server.port", 0,
                                "huoji.jobs", false)));
    }
}

package io.huoji;

import io.huoji.platform.settings.Settings;
import io.huoji.platform.settings.StartRefused;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The server of Huoji: reads its settings, opens its database, then serves until it is stopped. */
@EnableScheduling
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
public class HuojiApplication {

    private static final int REFUSED = 2;

    /** Arguments: none to serve, {@code demo} to serve the demo. */
    public static void main(String[] arguments) {
        try {
            var demo = List.of(arguments).contains("demo");
            var environment = System.getenv();
            new Launch(demo ? Settings.ofDemo(environment) : Settings.of(environment)).run(arguments);
        } catch (StartRefused refused) {
            System.err.println(refused.getMessage());
            System.exit(REFUSED);
        }
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}

package io.huoji;

import io.huoji.platform.settings.Settings;
import io.huoji.platform.settings.StartNotice;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the operator, once everything answers, where Huoji is and what to do next. */
@Component
class Welcome {

    private final Settings settings;
    private final ObjectProvider<StartNotice> notices;

    Welcome(Settings settings, ObjectProvider<StartNotice> notices) {
        this.settings = settings;
        this.notices = notices;
    }

    @EventListener
    void greet(ApplicationReadyEvent ready) {
        System.out.println("活绩 Huoji: " + address(ready));
        notices.orderedStream().flatMap(notice -> notice.lines().stream()).forEach(System.out::println);
    }

    private String address(ApplicationReadyEvent ready) {
        if (settings.port() != 0 || !(ready.getApplicationContext() instanceof WebServerApplicationContext web)
                || web.getWebServer() == null) {
            return settings.baseUrl().toString();
        }
        return "http://localhost:" + web.getWebServer().getPort();
    }
}

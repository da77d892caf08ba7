package io.huoji.platform.identity;

import io.huoji.platform.settings.Settings;
import io.huoji.platform.settings.StartNotice;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** While there is no tenant, each start makes the one of the settings or prints a one-time set-up link. */
@Component
@Order(10)
class FirstStart implements StartNotice {

    private final SetUp setUp;
    private final Settings settings;

    FirstStart(SetUp setUp, Settings settings) {
        this.setUp = setUp;
        this.settings = settings;
    }

    @Override
    public List<String> lines() {
        if (!setUp.isNeeded())
            return List.of();
        if (setUp.fromSettings())
            return List.of("管理员 Admin: " + settings.adminEmail());
        String base = settings.baseUrl().toString().replaceAll("/+$", "");
        return List.of("首次设置，七天内用一次 First set-up, once within 7 days: %s/setup/%s".formatted(base,
                setUp.link().text()));
    }
}

package io.huoji.demo;

import io.huoji.platform.settings.DataDirectory;
import io.huoji.platform.settings.Settings;
import org.springframework.stereotype.Component;

/** The one password of all accounts of the demo: that of the settings, else one made for this data directory. */
@Component
class DemoPassword {

    private static final int LENGTH = 16;

    private final Settings settings;
    private final DataDirectory data;

    DemoPassword(Settings settings, DataDirectory data) {
        this.settings = settings;
        this.data = data;
    }

    String text() {
        return settings.adminPassword() == null
                ? data.secret("demo-password").substring(0, LENGTH)
                : settings.adminPassword();
    }
}

package io.huoji.platform.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Everything an operator may set from outside, read once from the HUOJI_* environment. */
public record Settings(
        int port,
        String bind,
        int managementPort,
        Path dataDir,
        @Nullable ExternalDatabase database,
        URI baseUrl,
        @Nullable Tls tls,
        List<String> trustedProxies,
        @Nullable String adminEmail,
        @Nullable String adminPassword,
        @Nullable URI smtpUrl,
        boolean trials,
        List<String> fetchAllow,
        ZoneId timeZone,
        boolean demo) {

    /** An external PostgreSQL; the user must be allowed to create roles and own tables in the database. */
    public record ExternalDatabase(String url, String user, @Nullable String password) {}

    /** The PEM files of the server's own certificate. */
    public record Tls(Path certificate, Path key) {}

    /**
     * Reads the settings of a normal start.
     *
     * @throws StartRefused naming every unknown name and every bad value, in one line
     */
    public static Settings of(Map<String, String> environment) {
        return new SettingsReader(environment, false).settings();
    }

    /** Reads the settings of the demo, which has its own data directory and binds this machine only. */
    public static Settings ofDemo(Map<String, String> environment) {
        return new SettingsReader(environment, true).settings();
    }
}

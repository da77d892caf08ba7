package io.huoji.platform.settings;

import io.huoji.platform.settings.Settings.ExternalDatabase;
import io.huoji.platform.settings.Settings.Tls;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns the environment into {@link Settings}, collecting every fault before it refuses. */
final class SettingsReader {

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._:%\\[\\]-]{1,255}");
    private static final Pattern HOST_OR_BLOCK = Pattern.compile("[A-Za-z0-9._:-]{1,255}(/[0-9]{1,3})?");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+");

    private static final Pattern SENDER = Pattern.compile("from=[^\\s@&]+@[^\\s@&]+");

    private final SettingValues values;
    private final boolean demo;

    SettingsReader(Map<String, String> environment, boolean demo) {
        this.values = new SettingValues(environment);
        this.demo = demo;
    }

    Settings settings() {
        values.refuseUnknownNames();
        var port = values.port("PORT", 8080);
        var tls = tls();
        var settings = new Settings(port, values.matching("BIND", HOST, demo ? "127.0.0.1" : "0.0.0.0", "an address"),
                values.port("MANAGEMENT_PORT", 8081), dataDir(), database(), baseUrl(tls, port), tls,
                values.list("TRUSTED_PROXIES", AddressBlock::isOne, "addresses or CIDR blocks, separated by commas")
                        .stream().map(AddressBlock::of).toList(),
                adminEmail(), values.value("ADMIN_PASSWORD"), smtpUrl(), values.onOff("TRIALS"),
                values.list("FETCH_ALLOW", HOST_OR_BLOCK.asMatchPredicate(),
                        "hosts or CIDR blocks, separated by commas"),
                timeZone(), demo);
        refuseTrialsWithoutMail(settings);
        if (port == settings.managementPort() && port != 0) {
            values.complain("HUOJI_MANAGEMENT_PORT must differ from HUOJI_PORT (both are " + port + ")");
        }
        values.refuseWhenFaulty();
        return settings;
    }

    /** The door of a trial is a link in a mail: without a mail server nobody gets one, without the address it leads nowhere. */
    private void refuseTrialsWithoutMail(Settings settings) {
        if (settings.trials() && values.value("SMTP_URL") == null) {
            values.complain("HUOJI_TRIALS=on needs HUOJI_SMTP_URL, as the link goes by mail");
        }
        if (settings.trials() && values.value("BASE_URL") == null) {
            values.complain("HUOJI_TRIALS=on needs HUOJI_BASE_URL, as the link in the mail leads there");
        }
    }

    private Path dataDir() {
        var preset = Path.of(demo ? "data-demo" : "data");
        var text = values.value("DATA_DIR");
        try {
            return (text == null ? preset : Path.of(text)).toAbsolutePath().normalize();
        } catch (InvalidPathException notAPath) {
            return values.fault("DATA_DIR", "a directory", preset);
        }
    }

    private @Nullable ExternalDatabase database() {
        var url = values.value("DATABASE_URL");
        var user = values.value("DATABASE_USER");
        var password = values.value("DATABASE_PASSWORD");
        if (url == null) {
            if (user != null || password != null) {
                values.complain("HUOJI_DATABASE_USER and HUOJI_DATABASE_PASSWORD need HUOJI_DATABASE_URL");
            }
            return null;
        }
        if (!url.startsWith("jdbc:postgresql://")) {
            return values.fault("DATABASE_URL", "like jdbc:postgresql://host:5432/database", null);
        }
        if (user == null) {
            values.complain("HUOJI_DATABASE_URL needs HUOJI_DATABASE_USER");
            return null;
        }
        return new ExternalDatabase(url, user, password);
    }

    private URI baseUrl(@Nullable Tls tls, int port) {
        var preset = URI.create((tls == null ? "http" : "https") + "://localhost:" + port);
        var text = values.value("BASE_URL");
        if (text == null) {
            return preset;
        }
        var uri = SettingValues.uri(text.replaceFirst("/+$", ""), Set.of("http", "https"));
        return uri != null && uri.getQuery() == null && uri.getFragment() == null
                ? uri
                : values.fault("BASE_URL", "like https://huoji.example.com", preset);
    }

    private @Nullable URI smtpUrl() {
        var text = values.value("SMTP_URL");
        if (text == null) {
            return null;
        }
        var uri = SettingValues.uri(text, Set.of("smtp", "smtps"));
        return uri != null && (uri.getQuery() == null || SENDER.matcher(uri.getQuery()).matches())
                ? uri
                : values.fault("SMTP_URL", "like smtps://user:password@mail.example.com:465?from=huoji@example.com",
                        null);
    }

    private @Nullable Tls tls() {
        var certificate = values.readableFile("TLS_CERTIFICATE");
        var key = values.readableFile("TLS_KEY");
        if ((values.value("TLS_CERTIFICATE") == null) != (values.value("TLS_KEY") == null)) {
            values.complain("HUOJI_TLS_CERTIFICATE and HUOJI_TLS_KEY go together");
        }
        return certificate == null || key == null ? null : new Tls(certificate, key);
    }

    private @Nullable String adminEmail() {
        var email = values.value("ADMIN_EMAIL");
        if (email != null && values.value("ADMIN_PASSWORD") == null) {
            values.complain("HUOJI_ADMIN_EMAIL needs HUOJI_ADMIN_PASSWORD");
        }
        return email == null || EMAIL.matcher(email).matches()
                ? email
                : values.fault("ADMIN_EMAIL", "an e-mail address", null);
    }

    private ZoneId timeZone() {
        var preset = ZoneId.of("Asia/Shanghai");
        var text = values.value("TIME_ZONE");
        try {
            return text == null ? preset : ZoneId.of(text);
        } catch (DateTimeException notAZone) {
            return values.fault("TIME_ZONE", "a zone like Asia/Shanghai", preset);
        }
    }
}

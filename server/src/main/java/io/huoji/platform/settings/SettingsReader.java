package io.huoji.platform.settings;

import io.huoji.platform.settings.Settings.ExternalDatabase;
import io.huoji.platform.settings.Settings.Tls;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns the environment into {@link Settings}, collecting every fault before it refuses. */
final class SettingsReader {

    private static final Set<String> KNOWN = Set
            .of("PORT", "BIND", "MANAGEMENT_PORT", "DATA_DIR", "DATABASE_URL", "DATABASE_USER", "DATABASE_PASSWORD",
                    "BASE_URL", "TLS_CERTIFICATE", "TLS_KEY", "TRUSTED_PROXIES", "ADMIN_EMAIL", "ADMIN_PASSWORD",
                    "SMTP_URL", "TRIALS", "FETCH_ALLOW", "TIME_ZONE");

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._:%\\[\\]-]{1,255}");
    private static final Pattern ADDRESS_OR_BLOCK = Pattern.compile("[0-9A-Fa-f.:]{2,45}(/[0-9]{1,3})?");
    private static final Pattern HOST_OR_BLOCK = Pattern.compile("[A-Za-z0-9._:-]{1,255}(/[0-9]{1,3})?");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+");

    private final Map<String, String> environment;
    private final boolean demo;
    private final List<String> faults = new ArrayList<>();

    SettingsReader(Map<String, String> environment, boolean demo) {
        this.environment = environment;
        this.demo = demo;
    }

    Settings settings() {
        refuseUnknownNames();
        var port = port("PORT", 8080);
        var tls = tls();
        var settings = new Settings(port, matching("BIND", HOST, demo ? "127.0.0.1" : "0.0.0.0", "an address"),
                port("MANAGEMENT_PORT", 8081), dataDir(), database(), baseUrl(tls, port), tls,
                list("TRUSTED_PROXIES", ADDRESS_OR_BLOCK, "addresses or CIDR blocks, separated by commas"),
                adminEmail(), value("ADMIN_PASSWORD"), smtpUrl(), onOff("TRIALS"),
                list("FETCH_ALLOW", HOST_OR_BLOCK, "hosts or CIDR blocks, separated by commas"), timeZone(), demo);
        if (port == settings.managementPort() && port != 0) {
            faults.add("HUOJI_MANAGEMENT_PORT must differ from HUOJI_PORT (both are " + port + ")");
        }
        if (!faults.isEmpty()) {
            throw new StartRefused("Settings refused: " + String.join("; ", faults) + ".");
        }
        return settings;
    }

    private void refuseUnknownNames() {
        for (var name : new TreeSet<>(environment.keySet())) {
            if (name.startsWith("HUOJI_") && !KNOWN.contains(name.substring("HUOJI_".length()))) {
                faults.add(name + " is not a setting of Huoji");
            }
        }
    }

    private int port(String name, int preset) {
        var text = value(name);
        if (text == null) {
            return preset;
        }
        try {
            var port = Integer.parseInt(text);
            if (port >= 0 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException notANumber) {
            // falls through to the fault below
        }
        return fault(name, "a port number from 0 to 65535", preset);
    }

    private Path dataDir() {
        var preset = Path.of(demo ? "data-demo" : "data");
        var text = value("DATA_DIR");
        try {
            return (text == null ? preset : Path.of(text)).toAbsolutePath().normalize();
        } catch (InvalidPathException notAPath) {
            return fault("DATA_DIR", "a directory", preset);
        }
    }

    private @Nullable ExternalDatabase database() {
        var url = value("DATABASE_URL");
        var user = value("DATABASE_USER");
        var password = value("DATABASE_PASSWORD");
        if (url == null) {
            if (user != null || password != null) {
                faults.add("HUOJI_DATABASE_USER and HUOJI_DATABASE_PASSWORD need HUOJI_DATABASE_URL");
            }
            return null;
        }
        if (!url.startsWith("jdbc:postgresql://")) {
            return fault("DATABASE_URL", "like jdbc:postgresql://host:5432/database", null);
        }
        if (user == null) {
            faults.add("HUOJI_DATABASE_URL needs HUOJI_DATABASE_USER");
            return null;
        }
        return new ExternalDatabase(url, user, password);
    }

    private URI baseUrl(@Nullable Tls tls, int port) {
        var preset = URI.create((tls == null ? "http" : "https") + "://localhost:" + port);
        var text = value("BASE_URL");
        if (text == null) {
            return preset;
        }
        var uri = uri(text.replaceFirst("/+$", ""), Set.of("http", "https"));
        return uri != null && uri.getQuery() == null && uri.getFragment() == null
                ? uri
                : fault("BASE_URL", "like https://huoji.example.com", preset);
    }

    private @Nullable URI smtpUrl() {
        var text = value("SMTP_URL");
        if (text == null) {
            return null;
        }
        var uri = uri(text, Set.of("smtp", "smtps"));
        return uri != null ? uri : fault("SMTP_URL", "like smtps://user:password@mail.example.com:465", null);
    }

    private static @Nullable URI uri(String text, Set<String> schemes) {
        try {
            var uri = URI.create(text);
            return uri.getScheme() != null && schemes.contains(uri.getScheme()) && uri.getHost() != null ? uri : null;
        } catch (IllegalArgumentException notAUri) {
            return null;
        }
    }

    private @Nullable Tls tls() {
        var certificate = readableFile("TLS_CERTIFICATE");
        var key = readableFile("TLS_KEY");
        if ((value("TLS_CERTIFICATE") == null) != (value("TLS_KEY") == null)) {
            faults.add("HUOJI_TLS_CERTIFICATE and HUOJI_TLS_KEY go together");
        }
        return certificate == null || key == null ? null : new Tls(certificate, key);
    }

    private @Nullable Path readableFile(String name) {
        var text = value(name);
        if (text == null) {
            return null;
        }
        try {
            var path = Path.of(text).toAbsolutePath().normalize();
            if (Files.isRegularFile(path) && Files.isReadable(path)) {
                return path;
            }
        } catch (InvalidPathException notAPath) {
            // falls through to the fault below
        }
        return fault(name, "a readable PEM file", null);
    }

    private @Nullable String adminEmail() {
        var email = value("ADMIN_EMAIL");
        if (email != null && value("ADMIN_PASSWORD") == null) {
            faults.add("HUOJI_ADMIN_EMAIL needs HUOJI_ADMIN_PASSWORD");
        }
        return email == null || EMAIL.matcher(email).matches()
                ? email
                : fault("ADMIN_EMAIL", "an e-mail address", null);
    }

    private boolean onOff(String name) {
        var text = value(name);
        return switch (text) {
            case null -> false;
            case "on" -> true;
            case "off" -> false;
            default -> fault(name, "on or off", false);
        };
    }

    private ZoneId timeZone() {
        var preset = ZoneId.of("Asia/Shanghai");
        var text = value("TIME_ZONE");
        try {
            return text == null ? preset : ZoneId.of(text);
        } catch (DateTimeException notAZone) {
            return fault("TIME_ZONE", "a zone like Asia/Shanghai", preset);
        }
    }

    private String matching(String name, Pattern pattern, String preset, String expected) {
        var text = value(name);
        if (text == null) {
            return preset;
        }
        return pattern.matcher(text).matches() ? text : fault(name, expected, preset);
    }

    private List<String> list(String name, Pattern item, String expected) {
        var text = value(name);
        if (text == null) {
            return List.of();
        }
        var items = Arrays.stream(text.split(",")).map(String::strip).filter(part -> !part.isEmpty()).toList();
        return items.stream().allMatch(part -> item.matcher(part).matches()) ? items : fault(name, expected, items);
    }

    /** The value, or null when the name is unset; set but empty counts as unset, as shells and unit files do it. */
    private @Nullable String value(String name) {
        var text = environment.get("HUOJI_" + name);
        return text == null || text.isBlank() ? null : text.strip();
    }

    private <T extends @Nullable Object> T fault(String name, String expected, T instead) {
        var shown = name.endsWith("URL") ? "the value given" : "\"" + value(name) + "\"";
        faults.add("HUOJI_" + name + " must be " + expected + ", not " + shown);
        return instead;
    }
}

package io.huoji.platform.settings;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The raw HUOJI_* values, each readable as one kind of thing; what cannot be read is kept as a fault. */
final class SettingValues {

    private static final Set<String> KNOWN = Set
            .of("PORT", "BIND", "MANAGEMENT_PORT", "DATA_DIR", "DATABASE_URL", "DATABASE_USER", "DATABASE_PASSWORD",
                    "BASE_URL", "TLS_CERTIFICATE", "TLS_KEY", "TRUSTED_PROXIES", "ADMIN_EMAIL", "ADMIN_PASSWORD",
                    "SMTP_URL", "TRIALS", "FETCH_ALLOW", "TIME_ZONE");

    private final Map<String, String> environment;
    private final List<String> faults = new ArrayList<>();

    SettingValues(Map<String, String> environment) {
        this.environment = environment;
    }

    void refuseWhenFaulty() {
        if (!faults.isEmpty()) {
            throw new StartRefused("Settings refused: " + String.join("; ", faults) + ".");
        }
    }

    void complain(String fault) {
        faults.add(fault);
    }

    void refuseUnknownNames() {
        for (var name : new TreeSet<>(environment.keySet())) {
            if (name.startsWith("HUOJI_") && !KNOWN.contains(name.substring("HUOJI_".length()))) {
                faults.add(name + " is not a setting of Huoji");
            }
        }
    }

    int port(String name, int preset) {
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

    static @Nullable URI uri(String text, Set<String> schemes) {
        try {
            var uri = URI.create(text);
            return uri.getScheme() != null && schemes.contains(uri.getScheme()) && uri.getHost() != null ? uri : null;
        } catch (IllegalArgumentException notAUri) {
            return null;
        }
    }

    @Nullable
    Path readableFile(String name) {
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

    boolean onOff(String name) {
        var text = value(name);
        return switch (text) {
            case null -> false;
            case "on" -> true;
            case "off" -> false;
            default -> fault(name, "on or off", false);
        };
    }

    String matching(String name, Pattern pattern, String preset, String expected) {
        var text = value(name);
        if (text == null) {
            return preset;
        }
        return pattern.matcher(text).matches() ? text : fault(name, expected, preset);
    }

    List<String> list(String name, Predicate<String> item, String expected) {
        var text = value(name);
        if (text == null) {
            return List.of();
        }
        var items = Arrays.stream(text.split(",")).map(String::strip).filter(part -> !part.isEmpty()).toList();
        return items.stream().allMatch(item) ? items : fault(name, expected, items);
    }

    /** The value, or null when the name is unset; set but empty counts as unset, as shells and unit files do it. */
    @Nullable
    String value(String name) {
        var text = environment.get("HUOJI_" + name);
        return text == null || text.isBlank() ? null : text.strip();
    }

    <T extends @Nullable Object> T fault(String name, String expected, T instead) {
        var shown = name.endsWith("URL") ? "the value given" : "\"" + value(name) + "\"";
        faults.add("HUOJI_" + name + " must be " + expected + ", not " + shown);
        return instead;
    }
}

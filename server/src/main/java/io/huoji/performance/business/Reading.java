package io.huoji.performance.business;

import io.huoji.platform.kernel.Problem;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads one JSON object property by property and collects everything that is wrong with it. */
final class Reading {

    private static final int MAX_BYTES = 65_536;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 9999;

    private final JsonNode json;
    private final List<Problem> problems;
    private final String prefix;

    Reading(JsonNode json, String prefix, List<Problem> problems) {
        this.json = json;
        this.problems = problems;
        this.prefix = prefix;
    }

    boolean isObject(Set<String> known) {
        if (!json.isObject()) {
            problems.add(Problem.at(prefix, "wrong-type", Map.of("type", "object")));
            return false;
        }
        for (var name : json.propertyNames()) {
            if (!known.contains(name)) {
                problems.add(Problem.at(path(name), "unknown-property", Map.of("name", name)));
            }
        }
        return true;
    }

    /** The text of a property; empty after a problem. */
    String text(String name, int longest) {
        var text = optionalText(name, longest);
        if (text == null) {
            problems.add(Problem.at(path(name), "required"));
        }
        return text == null ? "" : text;
    }

    @Nullable
    String optionalText(String name, int longest) {
        var value = json.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        var text = value.isString() ? value.stringValue().strip() : "";
        if (!value.isString()) {
            problems.add(Problem.at(path(name), "wrong-type", Map.of("type", "text")));
        } else if (text.isEmpty()) {
            problems.add(Problem.at(path(name), "required"));
        } else if (text.length() > longest) {
            problems.add(Problem.at(path(name), "too-long", Map.of("max", longest)));
        } else if (text.indexOf('\0') >= 0) {
            problems.add(Problem.at(path(name), "bad-character"));
        }
        return text;
    }

    @Nullable
    Instant instant(String name) {
        var text = text(name, 64);
        if (text.isEmpty()) {
            return null;
        }
        try {
            var at = OffsetDateTime.parse(text);
            if (at.getYear() >= FIRST_YEAR && at.getYear() <= LAST_YEAR) {
                return at.toInstant();
            }
            problems.add(Problem.at(path(name), "not-an-instant"));
            return null;
        } catch (DateTimeException notOne) {
            problems.add(Problem.at(path(name), "not-an-instant"));
            return null;
        }
    }

    /** An object of free content; null when absent. */
    @Nullable
    ObjectNode object(String name) {
        var value = json.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!(value instanceof ObjectNode object)) {
            problems.add(Problem.at(path(name), "wrong-type", Map.of("type", "object")));
            return null;
        }
        if (object.toString().length() > MAX_BYTES) {
            problems.add(Problem.at(path(name), "too-long", Map.of("max", MAX_BYTES)));
        } else if (holdsNul(object)) {
            problems.add(Problem.at(path(name), "bad-character"));
        }
        return object;
    }

    JsonNode raw(String name) {
        return json.path(name);
    }

    String path(String name) {
        return prefix.isEmpty() ? name : prefix + "." + name;
    }

    void add(String name, String code, Map<String, Object> params) {
        problems.add(Problem.at(path(name), code, params));
    }

    /** PostgreSQL stores no NUL, neither in a text nor in a name. */
    private static boolean holdsNul(JsonNode node) {
        if (node.isString()) {
            return node.stringValue().indexOf('\0') >= 0;
        }
        if (node.isObject() && node.propertyNames().stream().anyMatch(name -> name.indexOf('\0') >= 0)) {
            return true;
        }
        return node.values().stream().anyMatch(Reading::holdsNul);
    }
}

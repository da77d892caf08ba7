package io.huoji.performance.action;

import io.huoji.platform.kernel.Problem;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One object of what an admin says, read property by property; what is wrong with it is added to the problems, by its whole name.
 *
 * @param prefix what stands before each property's name in a problem: empty, or {@code trigger.}
 */
record NodeWords(JsonNode json, String prefix, List<Problem> problems) {

    /** The object under that name; an empty one when there is none. */
    NodeWords of(String name) {
        return new NodeWords(json.path(name), prefix + name + ".", problems);
    }

    boolean given(String name) {
        return said(name) && !json.path(name).isNull();
    }

    boolean said(String name) {
        return !json.path(name).isMissingNode();
    }

    String text(String name, int longest, boolean isRequired) {
        var value = json.path(name);
        if (!value.isMissingNode() && !value.isNull() && !value.isString()) {
            add(name, "wrong-type", Map.of("type", "text"));
            return "";
        }
        var text = value.isString() ? value.stringValue().strip() : "";
        if (isRequired && text.isEmpty()) {
            add(name, "required", Map.of());
        }
        if (text.length() > longest) {
            add(name, "too-long", Map.of("max", longest));
        }
        if (text.indexOf('\0') >= 0) {
            add(name, "bad-character", Map.of());
        }
        return text;
    }

    void only(Set<String> known) {
        json.propertyNames().stream()
                .filter(property -> !known.contains(property))
                .forEach(property -> add(property, "unknown-property", Map.of("name", property)));
    }

    Span span(String name, boolean mayBeZero) {
        var value = json.path(name);
        var span = value.isString() ? Span.parse(value.stringValue()) : Optional.<Span>empty();
        if (span.isEmpty() || (!mayBeZero && span.get().isZero())) {
            add(name, "not-a-duration", Map.of());
            return Span.NONE;
        }
        return span.get();
    }

    @Nullable
    LocalDate day(String name) {
        if (!given(name)) {
            return null;
        }
        try {
            var day = LocalDate.parse(json.path(name).asString(""));
            if (day.getYear() >= 1990 && day.getYear() <= 9999) {
                return day;
            }
        } catch (DateTimeException notOne) {
            // Named below, like a day out of range.
        }
        add(name, "not-a-date", Map.of());
        return null;
    }

    void add(String name, String code, Map<String, Object> params) {
        problems.add(Problem.at(prefix + name, code, params));
    }
}

package io.huoji.platform.table.field;

import io.huoji.platform.kernel.Keys;
import io.huoji.platform.kernel.Problem;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The closed list of a choice: {@code [{key, label, color?, archived?}]}. */
final class Options {

    private static final int MOST = 500;
    private static final int LABEL = 100;
    private static final Set<String> WORDS = Set.of("key", "label", "color", "archived");

    private Options() {}

    /** Fills in missing keys and flags; adds what is wrong. {@code more} names the further properties of an option. */
    static ArrayNode complete(JsonNode given, FieldContext list, Set<String> more, List<Problem> problems) {
        ArrayNode complete = JsonNodeFactory.instance.arrayNode();
        if (!given.isArray() || given.isEmpty() || given.size() > MOST) {
            problems.add(list.problem("bad-option-list", Map.of("max", MOST)));
            return complete;
        }
        Set<String> keys = new HashSet<>();
        given.forEach(option -> keys.add(option.path("key").asString("")));
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < given.size(); i++) {
            FieldContext at = list.at("%s[%d]".formatted(list.path(), i));
            JsonNode option = given.get(i);
            ObjectNode read = option(option, at, more, problems);
            if (!read.has("key"))
                read.put("key", fresh(keys));
            if (!Keys.isKey(read.get("key").asString().toLowerCase(Locale.ROOT)))
                problems.add(at.problem(".key", "bad-key", Map.of()));
            else if (!seen.add(read.get("key").asString()))
                problems.add(at.problem(".key", "duplicate", Map.of("value", read.get("key").asString())));
            complete.add(read);
        }
        return complete;
    }

    private static ObjectNode option(JsonNode given, FieldContext at, Set<String> more, List<Problem> problems) {
        ObjectNode read = JsonNodeFactory.instance.objectNode();
        if (given.isString())
            return label(read.set("label", given), at, problems);
        if (!given.isObject()) {
            problems.add(at.problem("not-an-option"));
            return read;
        }
        given.properties().forEach(property -> {
            if (!WORDS.contains(property.getKey()) && !more.contains(property.getKey()))
                problems.add(at.problem("." + property.getKey(), "unknown-property", Map.of()));
            else if (!property.getKey().equals("archived") && !property.getValue().isString())
                problems.add(at.problem("." + property.getKey(), "not-text", Map.of()));
            else
                read.set(property.getKey(), property.getValue());
        });
        return label(read, at, problems);
    }

    private static ObjectNode label(JsonNode option, FieldContext at, List<Problem> problems) {
        ObjectNode read = (ObjectNode) option;
        String label = read.path("label").asString("").strip();
        if (label.isEmpty())
            problems.add(at.problem(".label", "required", Map.of()));
        else if (label.length() > LABEL)
            problems.add(at.problem(".label", "too-long", Map.of("max", LABEL, "length", label.length())));
        return read.put("label", label);
    }

    private static String fresh(Set<String> taken) {
        int number = 1;
        while (!taken.add("option-" + number))
            number++;
        return "option-" + number;
    }

    static @Nullable JsonNode find(JsonNode options, String key) {
        for (JsonNode option : options)
            if (option.path("key").asString("").equals(key))
                return option;
        return null;
    }

    /** The key of a live option; a filter may also ask for an archived one. */
    static @Nullable String key(JsonNode given, JsonNode options, FieldContext field, boolean archivedToo,
            List<Problem> problems) {
        JsonNode option = given.isString() ? find(options, given.asString()) : null;
        if (option == null || (!archivedToo && option.path("archived").asBoolean(false))) {
            problems.add(field.problem("unknown-option",
                    Map.of("value", given.isString() ? given.asString() : given.toString())));
            return null;
        }
        return given.asString();
    }

    /** Keeps options that a new configuration leaves out as archived, so that stored values keep their label. */
    static ArrayNode keepArchived(ArrayNode fresh, JsonNode before) {
        for (JsonNode option : before)
            if (find(fresh, option.path("key").asString("")) == null)
                fresh.add(((ObjectNode) option.deepCopy()).put("archived", true));
        return fresh;
    }
}

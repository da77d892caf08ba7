package io.huoji.performance.action;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads which evidence a node wants. */
record EvidenceReading(NodeWords words) {

    private static final int MOST_ITEMS = 10;

    List<EvidenceItem> evidence() {
        var list = words.json().path("evidence");
        if (!list.isArray() || list.size() > MOST_ITEMS) {
            words.add("evidence", "evidence-list", Map.of("max", MOST_ITEMS));
            return List.of();
        }
        List<EvidenceItem> items = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            var item = item(list.get(i), "evidence[%d]".formatted(i));
            if (item != null) {
                items.add(item);
            }
        }
        return items;
    }

    private @Nullable EvidenceItem item(JsonNode item, String path) {
        var kind = Arrays.stream(EvidenceItem.Kind.values())
                .filter(known -> known.key().equals(item.path("kind").asString(""))).findFirst();
        var mode = Arrays.stream(EvidenceItem.Mode.values())
                .filter(known -> known.key().equals(item.path("mode").asString("expected"))).findFirst();
        var min = item.path("min").isMissingNode() ? 1 : item.path("min").isInt() ? item.path("min").asInt() : 0;
        item.propertyNames().stream().filter(name -> !Set.of("kind", "mode", "min").contains(name))
                .forEach(name -> words.add(path + "." + name, "unknown-property", Map.of("name", name)));
        if (kind.isEmpty()) {
            words.add(path + ".kind", "not-one-of", options(EvidenceItem.Kind.values()));
        }
        if (mode.isEmpty()) {
            words.add(path + ".mode", "not-one-of", options(EvidenceItem.Mode.values()));
        }
        if (min < 1 || min > MOST_ITEMS) {
            words.add(path + ".min", "out-of-range", Map.of("min", 1, "max", MOST_ITEMS));
        }
        return kind.isEmpty() || mode.isEmpty() ? null : new EvidenceItem(kind.get(), min, mode.get());
    }

    private static Map<String, Object> options(Enum<?>[] values) {
        return Map.of("options",
                Arrays.stream(values).map(value -> value.name().toLowerCase(Locale.ROOT)).toList());
    }
}

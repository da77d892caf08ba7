package io.huoji.edge.market;

import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Built-in files say each text as {@code {"zh": …, "en": …}}; a tenant gets the one of its admin's language. */
final class Bilingual {

    static final String CHINESE = "zh-CN";
    static final String ENGLISH = "en";
    private static final Set<String> BOTH = Set.of("zh", "en");

    private Bilingual() {}

    static JsonNode in(JsonNode tree, String language) {
        if (tree.isObject() && Set.copyOf(tree.propertyNames()).equals(BOTH))
            return tree.get(language.equals(ENGLISH) ? "en" : "zh");
        if (tree.isArray()) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            tree.forEach(one -> list.add(in(one, language)));
            return list;
        }
        if (!tree.isObject())
            return tree;
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> entry : tree.properties())
            object.set(entry.getKey(), in(entry.getValue(), language));
        return object;
    }
}

package io.huoji.edge.market;

import io.huoji.platform.kernel.Problem;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** What the properties of a part look like, whatever they say. */
final class Forms {

    private static final int DEEPEST = 20;
    private static final Set<String> FLAGS = Set.of("required", "outcome");
    private static final Set<String> OBJECTS = Set.of("config", "assignee", "trigger");
    private static final Set<String> LISTS = Set.of("permissions", "evidence");

    private Forms() {}

    /** A property may be null, which says nothing. */
    static void check(String property, JsonNode value, String path, List<Problem> problems) {
        if (value.isNull() || property.equals("key") || property.equals("name"))
            return;
        if (FLAGS.contains(property))
            require(value, JsonNode::isBoolean, "boolean", path, problems);
        else if (OBJECTS.contains(property))
            require(value, JsonNode::isObject, "object", path, problems);
        else if (LISTS.contains(property))
            require(value, JsonNode::isArray, "list", path, problems);
        else if (property.equals("weight"))
            require(value, JsonNode::isNumber, "number", path, problems);
        else
            require(value, JsonNode::isString, "text", path, problems);
    }

    private static void require(JsonNode value, Predicate<JsonNode> is, String type, String path,
            List<Problem> problems) {
        if (!is.test(value))
            problems.add(Problem.at(path, "wrong-type", Map.of("type", type)));
    }

    /** Nothing that the database could not keep, and nothing nested beyond reason. */
    static void checkCharacters(JsonNode node, String path, List<Problem> problems) {
        check(node, path, 0, problems);
    }

    private static void check(JsonNode node, String path, int depth, List<Problem> problems) {
        if (depth > DEEPEST) {
            problems.add(Problem.at(path, "too-deep", Map.of("max", DEEPEST)));
            return;
        }
        if (node.isString() && !isClean(node.asString()))
            problems.add(Problem.at(path, "bad-character"));
        for (int i = 0; node.isArray() && i < node.size(); i++)
            check(node.get(i), path + "[" + i + "]", depth + 1, problems);
        if (node.isObject())
            for (String name : node.propertyNames()) {
                String below = path.isEmpty() ? name : path + "." + name;
                if (!isClean(name))
                    problems.add(Problem.at(path, "bad-character"));
                check(node.get(name), below, depth + 1, problems);
            }
    }

    private static boolean isClean(String text) {
        return text.codePoints().noneMatch(c -> c == 0 || (c >= 0xD800 && c <= 0xDFFF));
    }
}

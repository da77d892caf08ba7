package io.huoji.platform.table.field;

import io.huoji.platform.kernel.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Options in options, {@code [{key, label, children?}]}, and the paths from the top into them. */
final class OptionTree {

    private static final int DEEPEST = 5;
    private static final String CHILDREN = "children";

    private static final Pattern SLASH = Pattern.compile("\\s*[/／]\\s*");

    private OptionTree() {}

    /** As {@link Options#complete}, on every level. */
    static ArrayNode complete(JsonNode given, FieldContext list, List<Problem> problems) {
        return complete(given, list, 1, problems);
    }

    private static ArrayNode complete(JsonNode given, FieldContext list, int depth, List<Problem> problems) {
        ArrayNode level = Options.complete(given.isArray() ? withoutChildren(given) : given, list, Set.of(), problems);
        for (int i = 0; i < level.size(); i++) {
            JsonNode children = given.get(i).path(CHILDREN);
            if (children.isMissingNode() || children.isNull() || (children.isArray() && children.isEmpty()))
                continue;
            FieldContext below = list.at("%s[%d].%s".formatted(list.path(), i, CHILDREN));
            if (depth == DEEPEST)
                problems.add(below.problem("options-too-deep", Map.of("max", DEEPEST)));
            else
                ((ObjectNode) level.get(i)).set(CHILDREN, complete(children, below, depth + 1, problems));
        }
        return level;
    }

    private static ArrayNode withoutChildren(JsonNode given) {
        ArrayNode bare = JsonNodeFactory.instance.arrayNode();
        for (JsonNode option : given)
            bare.add(option.isObject() ? ((ObjectNode) option.deepCopy()).without(CHILDREN) : option);
        return bare;
    }

    /** As {@link Options#keepArchived}, on every level. */
    static void keepArchived(ArrayNode fresh, JsonNode before) {
        Options.keepArchived(fresh, before);
        for (JsonNode option : fresh) {
            JsonNode old = Options.find(before, option.path("key").asString(""));
            if (old != null && old.has(CHILDREN))
                keepArchived(((ObjectNode) option).withArray(CHILDREN), old.get(CHILDREN));
        }
    }

    /** The keys from the top down; null after it has added why the path leads nowhere. */
    static @Nullable List<String> path(JsonNode given, FieldContext field, boolean archivedToo,
            List<Problem> problems) {
        if (!given.isArray()) {
            problems.add(field.problem("not-a-list"));
            return null;
        }
        List<String> path = new ArrayList<>();
        JsonNode level = field.config().path(SelectType.OPTIONS);
        for (JsonNode step : given) {
            String key = Options.key(step, level, field, archivedToo, problems);
            if (key == null)
                return null;
            path.add(key);
            level = below(level, key);
        }
        return path;
    }

    /** The options under a path; empty at the end of a branch. */
    static JsonNode under(JsonNode options, List<String> path) {
        JsonNode level = options;
        for (String key : path)
            level = below(level, key);
        return level;
    }

    private static JsonNode below(JsonNode level, String key) {
        JsonNode option = Options.find(level, key);
        return option == null ? JsonNodeFactory.instance.missingNode() : option.path(CHILDREN);
    }

    /** The words along a path, parted by a slash; a key stands for a word that holds one itself. */
    static String said(JsonNode options, JsonNode path, FieldContext field) {
        List<String> words = new ArrayList<>();
        JsonNode level = options;
        for (JsonNode key : path) {
            String word = OptionWords.of(level, field).word(key.asString());
            words.add(word.contains("/") || word.contains("／") ? key.asString() : word);
            level = below(level, key.asString());
        }
        return String.join(" / ", words);
    }

    /** The keys that such words mean; a word that means nothing stays, for the type to refuse it. */
    static ArrayNode read(JsonNode options, String words, FieldContext field) {
        ArrayNode path = JsonNodeFactory.instance.arrayNode();
        JsonNode level = options;
        for (String word : SLASH.split(words.strip(), -1)) {
            if (word.isBlank())
                continue;
            String key = OptionWords.of(level, field).key(word);
            path.add(key);
            level = below(level, key);
        }
        return path;
    }
}

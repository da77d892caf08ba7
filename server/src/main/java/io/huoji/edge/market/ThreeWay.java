package io.huoji.edge.market;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Brings what a new version of a file says into what stands here, property by property: a change of the file is taken where the
 * tenant has left the property alone, and left out where the tenant has changed it. What the file no longer says stays.
 */
final class ThreeWay {

    /**
     * What comes out.
     *
     * @param merged  all of what stands here, with the changes
     * @param base    what the next merge compares with
     * @param changed properties that the file changes
     * @param kept    properties that the file would change, and the tenant's own word stays
     */
    record Merge(ObjectNode merged, ObjectNode base, List<String> changed, List<String> kept) {

        boolean isNothing() {
            return changed.isEmpty();
        }
    }

    private final List<String> changed = new ArrayList<>();
    private final List<String> kept = new ArrayList<>();

    private ThreeWay() {}

    /**
     * @param said   what the file said when this part was last brought in
     * @param base   what stood here right after that
     * @param theirs what stands here now
     * @param now    what the file says now
     */
    static Merge merge(ObjectNode said, ObjectNode base, ObjectNode theirs, ObjectNode now) {
        var way = new ThreeWay();
        var merged = theirs.deepCopy();
        var next = base.deepCopy();
        way.objects("", said, base, now, merged, next);
        return new Merge(merged, next, List.copyOf(way.changed), List.copyOf(way.kept));
    }

    private void objects(String path, JsonNode said, JsonNode base, JsonNode now, ObjectNode theirs, ObjectNode next) {
        for (String name : now.propertyNames()) {
            JsonNode wanted = now.get(name);
            if (same(said.path(name), wanted) || covers(theirs.path(name), wanted))
                continue;
            String place = path.isEmpty() ? name : path + "." + name;
            if (wanted.isObject() && theirs.get(name) instanceof ObjectNode here) {
                if (!(next.get(name) instanceof ObjectNode))
                    next.set(name, JsonNodeFactory.instance.objectNode());
                objects(place, said.path(name), base.path(name), wanted, here, (ObjectNode) next.get(name));
            } else if (isKeyed(wanted) && theirs.get(name) instanceof ArrayNode here && isKeyed(here)) {
                if (!(next.get(name) instanceof ArrayNode))
                    next.putArray(name);
                lists(place, said.path(name), base.path(name), wanted, here, (ArrayNode) next.get(name));
            } else if (same(theirs.path(name), base.path(name))) {
                theirs.set(name, wanted.deepCopy());
                next.set(name, wanted.deepCopy());
                changed.add(place);
            } else {
                kept.add(place);
            }
        }
    }

    /** Lists whose items have keys (options, levels) are merged item by item; the tenant's own items and order stay. */
    private void lists(String path, JsonNode said, JsonNode base, JsonNode now, ArrayNode theirs, ArrayNode next) {
        var before = byKey(said);
        var stood = byKey(base);
        var here = byKey(theirs);
        byKey(now).forEach((key, wanted) -> {
            String place = path + "." + key;
            if (here.get(key) instanceof ObjectNode item)
                objects(place, orMissing(before.get(key)), orMissing(stood.get(key)), wanted, item, item(next, key));
            else if (before.containsKey(key)) {
                if (!same(orMissing(before.get(key)), wanted))
                    kept.add(place);
            } else {
                theirs.add(wanted.deepCopy());
                next.add(wanted.deepCopy());
                changed.add(place);
            }
        });
    }

    private static ObjectNode item(ArrayNode list, String key) {
        return byKey(list).get(key) instanceof ObjectNode known ? known : list.addObject().put("key", key);
    }

    private static JsonNode orMissing(@Nullable JsonNode node) {
        return node == null ? JsonNodeFactory.instance.missingNode() : node;
    }

    private static boolean isKeyed(JsonNode list) {
        return list.isArray() && !list.isEmpty() && list.valueStream().allMatch(item -> item.path("key").isString());
    }

    private static Map<String, JsonNode> byKey(JsonNode list) {
        Map<String, JsonNode> items = new LinkedHashMap<>();
        list.forEach(item -> items.put(item.path("key").asString(""), item));
        return items;
    }

    /** Equal as a person reads it: null says as little as nothing, 1 is 1.0. */
    static boolean same(JsonNode one, JsonNode other) {
        if (isNothing(one) || isNothing(other))
            return isNothing(one) && isNothing(other);
        if (one.isNumber() && other.isNumber())
            return one.decimalValue().compareTo(other.decimalValue()) == 0;
        if (one.isObject() && other.isObject())
            return covers(one, other) && covers(other, one);
        if (one.isArray() && other.isArray()) {
            if (one.size() != other.size())
                return false;
            for (int i = 0; i < one.size(); i++)
                if (!same(one.get(i), other.get(i)))
                    return false;
            return true;
        }
        return one.equals(other);
    }

    /** Everything that {@code wanted} says, {@code here} says as well. */
    static boolean covers(JsonNode here, JsonNode wanted) {
        if (!here.isObject() || !wanted.isObject())
            return same(here, wanted);
        for (String name : wanted.propertyNames())
            if (!covers(here.path(name), wanted.get(name)))
                return false;
        return true;
    }

    private static boolean isNothing(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }
}

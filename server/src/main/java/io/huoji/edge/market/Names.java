package io.huoji.edge.market;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the things of a file are called here: mostly the same, another key where that one was taken. */
final class Names {

    private final Map<Kind, Map<String, String>> local = new EnumMap<>(Kind.class);
    private final Map<Kind, Map<String, String>> inFile = new EnumMap<>(Kind.class);

    void put(Kind kind, String fileKey, String localKey) {
        local.computeIfAbsent(kind, any -> new HashMap<>()).put(fileKey, localKey);
        inFile.computeIfAbsent(kind, any -> new HashMap<>()).put(localKey, fileKey);
    }

    String local(Kind kind, String fileKey) {
        return kind.isInTable() && !knows(kind, fileKey)
                ? local(Kind.TABLE, table(fileKey)) + fileKey.substring(fileKey.indexOf('/'))
                : local.getOrDefault(kind, Map.of()).getOrDefault(fileKey, fileKey);
    }

    private boolean knows(Kind kind, String fileKey) {
        return local.getOrDefault(kind, Map.of()).containsKey(fileKey);
    }

    String inFile(Kind kind, String localKey) {
        return inFile.getOrDefault(kind, Map.of()).getOrDefault(localKey, localKey);
    }

    private static String table(String key) {
        return key.substring(0, key.indexOf('/'));
    }

    /** The same content with the names of here in place of those of the file. */
    ObjectNode toLocal(Kind kind, ObjectNode content) {
        ObjectNode copy = content.deepCopy();
        refer(kind, copy, this::local);
        return copy;
    }

    /** The other way. */
    void toFile(Kind kind, ObjectNode content) {
        refer(kind, content, this::inFile);
    }

    private interface Translation {
        String of(Kind kind, String key);
    }

    private static void refer(Kind kind, ObjectNode content, Translation to) {
        switch (kind) {
            case EVENT_TYPE -> replace(content, "objectType", key -> to.of(Kind.OBJECT_TYPE, key));
            case FIELD -> {
                if (content.get("config") instanceof ObjectNode config)
                    replace(config, "objectType", key -> to.of(Kind.OBJECT_TYPE, key));
            }
            case NODE -> node(content, to);
            case ROLE, OBJECT_TYPE, TABLE, VIEW, SCENE -> {
            }
        }
    }

    private static void node(ObjectNode content, Translation to) {
        replace(content, "table", key -> to.of(Kind.TABLE, key));
        replace(content, "scene", key -> to.of(Kind.SCENE, key));
        if (content.get("assignee") instanceof ObjectNode assignee)
            replace(assignee, "role", key -> to.of(Kind.ROLE, key));
        if (content.get("trigger") instanceof ObjectNode trigger)
            replace(trigger, "type", key -> to.of(Kind.EVENT_TYPE, key));
    }

    private static void replace(ObjectNode holder, String name, UnaryOperator<String> by) {
        JsonNode value = holder.path(name);
        if (value.isString())
            holder.put(name, by.apply(value.asString()));
    }
}

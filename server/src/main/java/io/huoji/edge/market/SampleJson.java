package io.huoji.edge.market;

import io.huoji.performance.action.Node;
import io.huoji.platform.table.Field;
import io.huoji.platform.table.Roles;
import io.huoji.platform.table.Table;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Sample records, objects and events as the API would take them. */
final class SampleJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private SampleJson() {}

    static ObjectNode object(String name, String owner) {
        return JSON.objectNode().put("name", name).put("owner", owner);
    }

    static ObjectNode event(String objectId, String objectType, String type, SampleStory.Happening happening) {
        ObjectNode event = JSON.objectNode().put("source", "sample")
                .put("id", "%s-%s-%d".formatted(objectId, type, happening.at().getEpochSecond()))
                .put("type", type).put("occurredAt", happening.at().toString()).put("actor", happening.actor().code());
        event.putObject("object").put("type", objectType).put("externalId", objectId);
        return event;
    }

    /** @param number tells the pieces of evidence apart */
    static Map<String, JsonNode> record(Table table, Node node, SampleStory.Deed deed, int number,
            @Nullable String object, String objectType, Map<String, List<JsonNode>> more) {
        Map<String, JsonNode> fields = new HashMap<>();
        for (Field field : table.fields()) {
            JsonNode value = value(field, node, deed, number, object, objectType);
            if (value != null)
                fields.put(field.key(), value);
        }
        more.forEach((key, values) -> {
            if (!values.isEmpty() && table.field(key) != null)
                fields.put(key, values.get(number % values.size()));
        });
        return fields;
    }

    private static @Nullable JsonNode value(Field field, Node node, SampleStory.Deed deed, int number,
            @Nullable String object, String objectType) {
        String role = field.role() == null ? "" : field.role();
        return switch (role) {
            case Roles.SUBJECT -> StringNode.valueOf(deed.who().code());
            case Roles.UNIT -> StringNode.valueOf(deed.who().unit());
            case Roles.NODE -> StringNode.valueOf(node.key());
            case Roles.OCCURRED_AT -> StringNode.valueOf(deed.at().toString());
            case Roles.QUALITY -> StringNode.valueOf(deed.level());
            case Roles.EVIDENCE -> deed.isProven() ? evidence(node, number) : null;
            case Roles.OBJECT -> object == null
                    ? null
                    : JSON.objectNode().put("type", objectType).put("externalId", object);
            default -> null;
        };
    }

    private static JsonNode evidence(Node node, int number) {
        var items = JSON.arrayNode();
        node.evidence().forEach(item -> {
            for (int i = 0; i < item.min(); i++)
                items.addObject().put("kind", item.kind().key())
                        .put("url", "https://files.example.com/sample/%s/%d-%d".formatted(node.key(), number, i));
        });
        if (items.isEmpty())
            items.addObject().put("kind", "link")
                    .put("url", "https://files.example.com/sample/%s/%d".formatted(node.key(), number));
        return items;
    }

    /** Adds who and when to the fields of a file's record, and calls nodes as they are called here. */
    static void complete(Table table, Map<String, JsonNode> fields, @Nullable UUID person, Instant at, Names names) {
        for (Field field : table.fields()) {
            if (field.hasRole(Roles.SUBJECT) && person != null)
                fields.put(field.key(), StringNode.valueOf(person.toString()));
            if (field.hasRole(Roles.OCCURRED_AT))
                fields.put(field.key(), StringNode.valueOf(at.toString()));
            JsonNode value = fields.get(field.key());
            if (field.hasRole(Roles.NODE) && value != null)
                fields.put(field.key(), StringNode.valueOf(names.local(Kind.NODE, value.asString(""))));
        }
    }
}

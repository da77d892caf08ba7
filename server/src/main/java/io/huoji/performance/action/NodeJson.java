package io.huoji.performance.action;

import io.huoji.platform.org.Directory;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Assignee, trigger and evidence as they are stored and as the API answers them. */
final class NodeJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private NodeJson() {}

    static ObjectNode stored(Assignee assignee) {
        var json = JSON.objectNode().put("kind", kind(assignee));
        switch (assignee) {
            case Assignee.RoleHolders holders -> {
                json.put("role", holders.role().toString());
                if (holders.unit() != null) {
                    json.put("unit", holders.unit().toString());
                }
            }
            case Assignee.UnitMembers members -> json.put("unit", members.unit().toString());
            case Assignee.OnePerson person -> json.put("person", person.person().toString());
            case Assignee.EventActor _,Assignee.ObjectOwner _ -> {
            }
        }
        return json;
    }

    static Assignee assignee(JsonNode stored) {
        return switch (stored.path("kind").asString()) {
            case "role" -> new Assignee.RoleHolders(id(stored, "role"),
                    stored.has("unit") ? id(stored, "unit") : null);
            case "unit" -> new Assignee.UnitMembers(id(stored, "unit"));
            case "person" -> new Assignee.OnePerson(id(stored, "person"));
            case "objectOwner" -> new Assignee.ObjectOwner();
            default -> new Assignee.EventActor();
        };
    }

    private static UUID id(JsonNode stored, String name) {
        return UUID.fromString(stored.path(name).asString());
    }

    /** With the names of whom it names, in place of bare ids. */
    static ObjectNode answer(Assignee assignee, Directory directory) {
        var json = JSON.objectNode().put("kind", kind(assignee));
        switch (assignee) {
            case Assignee.RoleHolders holders -> {
                json.set("role", role(directory, holders.role()));
                if (holders.unit() != null) {
                    json.set("unit", unit(directory, holders.unit()));
                }
            }
            case Assignee.UnitMembers members -> json.set("unit", unit(directory, members.unit()));
            case Assignee.OnePerson person -> json.set("person", person(directory, person.person()));
            case Assignee.EventActor _,Assignee.ObjectOwner _ -> {
            }
        }
        return json;
    }

    private static String kind(Assignee assignee) {
        return switch (assignee) {
            case Assignee.RoleHolders _ -> "role";
            case Assignee.UnitMembers _ -> "unit";
            case Assignee.OnePerson _ -> "person";
            case Assignee.EventActor _ -> "eventActor";
            case Assignee.ObjectOwner _ -> "objectOwner";
        };
    }

    private static @Nullable ObjectNode role(Directory directory, UUID id) {
        var role = directory.role(id);
        return role == null ? null : named(id, "key", role.key(), role.name());
    }

    static @Nullable ObjectNode unit(Directory directory, @Nullable UUID id) {
        var unit = id == null ? null : directory.unit(id);
        return unit == null ? null : named(unit.id(), "code", unit.code(), unit.name());
    }

    static @Nullable ObjectNode person(Directory directory, @Nullable UUID id) {
        var person = id == null ? null : directory.person(id);
        return person == null ? null : named(person.id(), "code", person.code(), person.name());
    }

    static ObjectNode named(UUID id, String keyName, String key, String name) {
        return JSON.objectNode().put("id", id.toString()).put(keyName, key).put("name", name);
    }

    static ObjectNode trigger(Trigger trigger) {
        return switch (trigger) {
            case Trigger.Cadence cadence -> JSON.objectNode().put("kind", "cadence").put("times", cadence.times())
                    .put("per", cadence.per().key());
            case Trigger.OnEvent event -> JSON.objectNode().put("kind", "event").put("type", event.type())
                    .put("dueAfter", event.dueAfter().toString());
            case Trigger.ByHand _ -> JSON.objectNode().put("kind", "manual");
        };
    }

    static Trigger trigger(JsonNode stored) {
        return switch (stored.path("kind").asString()) {
            case "cadence" -> new Trigger.Cadence(stored.path("times").asInt(),
                    Per.byKey(stored.path("per").asString()).orElseThrow());
            case "event" -> new Trigger.OnEvent(stored.path("type").asString(),
                    Span.parse(stored.path("dueAfter").asString()).orElseThrow());
            default -> new Trigger.ByHand();
        };
    }

    static ArrayNode evidence(List<EvidenceItem> items) {
        var json = JSON.arrayNode();
        items.forEach(item -> json.addObject().put("kind", item.kind().key()).put("min", item.min()).put("mode",
                item.mode().key()));
        return json;
    }

    static List<EvidenceItem> evidence(JsonNode stored) {
        return stored.values().stream()
                .map(item -> new EvidenceItem(
                        EvidenceItem.Kind.valueOf(item.path("kind").asString().toUpperCase(Locale.ROOT)),
                        item.path("min").asInt(),
                        EvidenceItem.Mode.valueOf(item.path("mode").asString().toUpperCase(Locale.ROOT))))
                .toList();
    }

    static JsonNode read(JsonMapper mapper, String text) {
        return mapper.readTree(text);
    }
}

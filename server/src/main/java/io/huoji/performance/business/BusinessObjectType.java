package io.huoji.performance.business;

import io.huoji.platform.access.Viewer;
import io.huoji.platform.kernel.Problem;
import io.huoji.platform.table.field.FieldContext;
import io.huoji.platform.table.field.FieldType;
import io.huoji.platform.table.field.Reference;
import io.huoji.platform.table.field.Shape;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** A field that names a business object: {@code {"type", "externalId"}}, or the bare external id where the type is set. */
@Component
class BusinessObjectType implements FieldType {

    private static final String OBJECT_TYPE = "objectType";

    private final BusinessObjects objects;
    private final BusinessTypes types;

    BusinessObjectType(BusinessObjects objects, BusinessTypes types) {
        this.objects = objects;
        this.types = types;
    }

    @Override
    public String key() {
        return "object";
    }

    @Override
    public String group() {
        return "relation";
    }

    @Override
    public Shape shape() {
        return Shape.REFERENCE;
    }

    @Override
    public Set<String> roles() {
        return Set.of("object");
    }

    @Override
    public List<String> settings() {
        return List.of(OBJECT_TYPE);
    }

    @Override
    public ObjectNode configure(ObjectNode given, FieldContext field, List<Problem> problems) {
        var type = given.path(OBJECT_TYPE);
        if (!type.isMissingNode() && !type.isNull()
                && types.of(field.tenant().id()).objectType(type.asString("")) == null) {
            problems.add(field.problem("." + OBJECT_TYPE, "unknown-object-type", Map.of("value", type.asString(""))));
        }
        return given;
    }

    @Override
    public void preload(Collection<JsonNode> given, FieldContext field) {
        List<ObjectName> names = new ArrayList<>();
        List<UUID> ids = new ArrayList<>();
        for (var value : given) {
            var reference = Reference.read(value, field, new ArrayList<>());
            if (reference != null && reference.by() == Reference.By.ID) {
                ids.add(UUID.fromString(reference.value()));
            }
            var name = reference == null ? null : name(reference, field);
            if (name != null) {
                names.add(name);
            }
        }
        objects.find(field.tenant().id(), names).values().forEach(object -> found(field).put(key(object), object));
        objects.byIds(field.tenant().id(), ids)
                .forEach(object -> found(field).put(object.id().toString(), object));
    }

    @Override
    public @Nullable JsonNode parse(JsonNode given, FieldContext field, List<Problem> problems) {
        var reference = Reference.read(given, field, problems);
        if (reference == null) {
            return null;
        }
        var name = name(reference, field);
        var key = name == null ? reference.value() : key(name);
        if (!found(field).containsKey(key)) {
            preload(List.of(given), field);
        }
        var object = found(field).get(key);
        if (object == null || !mayName(field.viewer(), object) || isOfOtherType(object, field)) {
            problems.add(field.problem("unknown-object", Map.of("value", reference.value())));
            return null;
        }
        return StringNode.valueOf(object.id().toString());
    }

    /** Nobody's objects can be named by all: others make them by events before anybody owns them. */
    private boolean mayName(Viewer viewer, BusinessObject object) {
        return object.owner() == null || viewer.kind() == Viewer.Kind.TICKET || objects.mayKnow(viewer, object);
    }

    private boolean isOfOtherType(BusinessObject object, FieldContext field) {
        var type = types.of(field.tenant().id()).objectType(field.config().path(OBJECT_TYPE).asString(""));
        return type != null && !type.id().equals(object.type());
    }

    @Override
    public void preloadStored(Collection<JsonNode> stored, FieldContext field) {
        cards(field).putAll(objects.cards(field.tenant().id(),
                stored.stream().map(value -> UUID.fromString(value.asString())).distinct().toList()));
    }

    @Override
    public JsonNode present(JsonNode stored, FieldContext field) {
        var id = UUID.fromString(stored.asString());
        if (!cards(field).containsKey(id)) {
            preloadStored(List.of(stored), field);
        }
        var card = cards(field).get(id);
        var answer = JsonNodeFactory.instance.objectNode().put("id", id.toString());
        return card == null
                ? answer
                : answer.put("type", card.type()).put("externalId", card.externalId()).put("name", card.name());
    }

    /** What stands in the last brackets, or all of it: the external id, after {@code type:} where the field takes any type. */
    @Override
    public JsonNode ofSheet(String cell, FieldContext field, List<Problem> problems) {
        var read = FieldType.super.ofSheet(cell, field, problems);
        var word = read == null ? cell : read.asString();
        var colon = word.indexOf(':');
        if (field.config().has(OBJECT_TYPE) || colon < 1) {
            return StringNode.valueOf(word);
        }
        return JsonNodeFactory.instance.objectNode()
                .put("type", word.substring(0, colon))
                .put("externalId", word.substring(colon + 1));
    }

    @Override
    public String inSheet(JsonNode stored, FieldContext field) {
        var said = present(stored, field);
        var id = said.path("externalId").asString("");
        if (id.isEmpty()) {
            return stored.asString();
        }
        return "%s (%s)".formatted(said.path("name").asString(""),
                field.config().has(OBJECT_TYPE) ? id : said.path("type").asString("") + ":" + id);
    }

    private @Nullable ObjectName name(Reference reference, FieldContext field) {
        if (reference.by() == Reference.By.ID) {
            return null;
        }
        var word = reference.by() == Reference.By.EXTERNAL
                ? reference.type()
                : field.config().path(OBJECT_TYPE).asString("");
        var type = types.of(field.tenant().id()).objectType(word);
        return type == null ? null : new ObjectName(type.id(), reference.value());
    }

    private static String key(ObjectName name) {
        return name.type() + " " + name.externalId();
    }

    private static String key(BusinessObject object) {
        return key(new ObjectName(object.type(), object.externalId()));
    }

    private record Found() {}

    private record Cards() {}

    @SuppressWarnings("unchecked")
    private static Map<String, BusinessObject> found(FieldContext field) {
        return (Map<String, BusinessObject>) field.memo().computeIfAbsent(new Found(), key -> new HashMap<>());
    }

    @SuppressWarnings("unchecked")
    private static Map<UUID, ObjectCard> cards(FieldContext field) {
        return (Map<UUID, ObjectCard>) field.memo().computeIfAbsent(new Cards(), key -> new HashMap<>());
    }
}

package io.huoji.edge.api.document;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON Schema 2020-12 of Java types as Jackson writes them; records are named once under {@code components.schemas}. */
class JsonSchemas {

    private final JsonMapper json;
    private final Map<String, ObjectNode> named = new TreeMap<>();

    JsonSchemas(JsonMapper json) {
        this.json = json;
    }

    Map<String, ObjectNode> named() {
        return named;
    }

    ObjectNode of(ResolvableType type) {
        Class<?> raw = type.toClass();
        if (raw.isRecord())
            return reference(type, raw);
        if (raw.isEnum())
            return options(raw);
        if (Collection.class.isAssignableFrom(raw))
            return plain("array").set("items", of(type.as(Collection.class).getGeneric(0)));
        if (Map.class.isAssignableFrom(raw))
            return plain("object").set("additionalProperties", of(type.as(Map.class).getGeneric(1)));
        return scalar(raw);
    }

    private ObjectNode scalar(Class<?> raw) {
        if (raw == UUID.class)
            return plain("string").put("format", "uuid");
        if (raw == LocalDate.class)
            return plain("string").put("format", "date");
        if (Temporal.class.isAssignableFrom(raw))
            return plain("string").put("format", "date-time");
        if (raw == boolean.class || raw == Boolean.class)
            return plain("boolean");
        if (raw == int.class || raw == Integer.class || raw == long.class || raw == Long.class)
            return plain("integer");
        if (raw.isPrimitive() || Number.class.isAssignableFrom(raw))
            return plain("number");
        if (CharSequence.class.isAssignableFrom(raw))
            return plain("string");
        return ObjectNode.class.isAssignableFrom(raw) ? plain("object") : json.createObjectNode();
    }

    private ObjectNode plain(String type) {
        return json.createObjectNode().put("type", type);
    }

    private ObjectNode options(Class<?> type) {
        ArrayNode values = json.createArrayNode();
        for (Object constant : type.getEnumConstants())
            values.add(json.<JsonNode>valueToTree(constant));
        return plain("string").set("enum", values);
    }

    private ObjectNode reference(ResolvableType type, Class<?> raw) {
        String name = name(type, raw);
        if (!named.containsKey(name)) {
            ObjectNode schema = plain("object");
            named.put(name, schema);
            describe(type, raw, schema);
        }
        return json.createObjectNode().put("$ref", "#/components/schemas/" + name);
    }

    private void describe(ResolvableType type, Class<?> raw, ObjectNode schema) {
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = json.createArrayNode();
        for (RecordComponent part : raw.getRecordComponents()) {
            String name = nameOf(part);
            properties.set(name,
                    of(ResolvableType.forMethodReturnType(part.getAccessor(), raw).hasUnresolvableGenerics()
                            ? ResolvableType.forType(part.getGenericType(), type)
                            : ResolvableType.forMethodReturnType(part.getAccessor(), raw)));
            if (!part.getAnnotatedType().isAnnotationPresent(Nullable.class))
                required.add(name);
        }
        if (!required.isEmpty())
            schema.set("required", required);
    }

    private static String nameOf(RecordComponent part) {
        JsonProperty said = part.getAccessor().getAnnotation(JsonProperty.class);
        return said == null || said.value().isEmpty() ? part.getName() : said.value();
    }

    /** Records inside a controller are called after it: {@code TenantView}. */
    private static String name(ResolvableType type, Class<?> raw) {
        Class<?> outer = raw.getEnclosingClass();
        String before = outer == null ? "" : outer.getSimpleName().replace("Controller", "");
        String inner = Arrays.stream(type.getGenerics())
                .map(it -> it.toClass().isRecord() ? name(it, it.toClass()) : it.toClass().getSimpleName())
                .reduce("", String::concat);
        return before + raw.getSimpleName() + inner;
    }
}

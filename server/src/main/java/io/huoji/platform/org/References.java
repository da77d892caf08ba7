package io.huoji.platform.org;

import io.huoji.platform.kernel.Ids;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Finds the unit or person that a request names: by bare code or id, or by {@code {"id"}}, {@code {"code"}}, {@code {"type","externalId"}}. */
public final class References {

    private References() {}

    /** Null when the tenant has no such unit. */
    public static @Nullable Unit unit(Directory directory, JsonNode reference) {
        if (reference.isString())
            return unit(directory, reference.asString());
        return named(reference, directory::unit, directory::unitByCode);
    }

    /** By code, else by id. */
    public static @Nullable Unit unit(Directory directory, String codeOrId) {
        Unit unit = directory.unitByCode(codeOrId);
        return unit == null ? byId(codeOrId, directory::unit) : unit;
    }

    /** Null when the tenant has no such person. */
    public static @Nullable Person person(Directory directory, JsonNode reference) {
        if (reference.isString())
            return person(directory, reference.asString());
        String type = text(reference, "type");
        String externalId = text(reference, "externalId");
        if (type != null && externalId != null)
            return directory.personByExternalId(type, externalId);
        return named(reference, directory::person, directory::personByCode);
    }

    /** By code, else by id. */
    public static @Nullable Person person(Directory directory, String codeOrId) {
        Person person = directory.personByCode(codeOrId);
        return person == null ? byId(codeOrId, directory::person) : person;
    }

    private static <T> @Nullable T named(JsonNode reference, Function<UUID, @Nullable T> byId,
            Function<String, @Nullable T> byCode) {
        String id = text(reference, "id");
        if (id != null)
            return byId(id, byId);
        String code = text(reference, "code");
        return code == null ? null : byCode.apply(code);
    }

    private static <T> @Nullable T byId(String text, Function<UUID, @Nullable T> find) {
        UUID id = Ids.parse(text);
        return id == null ? null : find.apply(id);
    }

    private static @Nullable String text(JsonNode reference, String name) {
        JsonNode value = reference.get(name);
        return value != null && value.isString() ? value.asString() : null;
    }

    static Map<String, Object> as(JsonNode reference) {
        return Map.of("value", reference.isString() ? reference.asString() : reference.toString());
    }
}

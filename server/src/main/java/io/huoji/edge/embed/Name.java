package io.huoji.edge.embed;

import io.huoji.platform.kernel.Ids;
import io.huoji.platform.kernel.Misuse;
import io.huoji.platform.kernel.Problem;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How a caller names a node, person or object: the bare code or key, {@code {"id"}}, {@code {"code"}}, {@code {"key"}} or
 * {@code {"type", "externalId"}}.
 *
 * @param type the other system's or the object's type; null for a code
 */
record Name(@Nullable UUID id, @Nullable String type, String word) {

    private static final Set<String> WORDS = Set.of("id", "code", "key", "type", "externalId", "name");

    static Name of(String field, @Nullable JsonNode given) {
        if (given == null || given.isNull())
            throw new Misuse.Malformed(Problem.at(field, "required"));
        if (given.isString() && !given.asString().isBlank())
            return new Name(null, null, given.asString().strip());
        if (!given.isObject())
            throw new Misuse.Malformed(Problem.at(field, "not-a-name"));
        for (String property : given.propertyNames())
            if (!WORDS.contains(property))
                throw new Misuse.Malformed(
                        Problem.at(field + "." + property, "unknown-property", java.util.Map.of("name", property)));
        if (given.path("id").isString())
            return new Name(id(field, given.get("id").asString()), null, given.get("id").asString());
        if (given.path("type").isString() && given.path("externalId").isString())
            return new Name(null, given.get("type").asString(), given.get("externalId").asString());
        JsonNode word = given.path(given.has("code") ? "code" : "key");
        if (!word.isString())
            throw new Misuse.Malformed(Problem.at(field, "not-a-name"));
        return new Name(null, null, word.asString());
    }

    private static UUID id(String field, String text) {
        UUID id = Ids.parse(text);
        if (id == null)
            throw new Misuse.Malformed(Problem.at(field + ".id", "wrong-type", java.util.Map.of("type", "id")));
        return id;
    }

    @Override
    public String toString() {
        return word;
    }
}

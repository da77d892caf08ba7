package io.huoji.platform.table.field;

import io.huoji.platform.kernel.Ids;
import io.huoji.platform.kernel.Problem;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How a caller names a person, unit, node or object: the bare code or id, {@code {"id"}}, {@code {"code"}} or {@code {"key"}},
 * or {@code {"type", "externalId"}}. What an answer carries beside, such as the name, is not read.
 */
public record Reference(By by, String type, String value) {

    /** What the value is. */
    public enum By {
        ID, CODE, EXTERNAL
    }

    private static final Set<String> WORDS = Set.of("id", "code", "key", "name", "type", "externalId", "owner");

    /** The reference, or null after it has added why it is none. */
    public static @Nullable Reference read(JsonNode given, FieldContext field, List<Problem> problems) {
        Reference read = given.isString() ? bare(given.asString().strip()) : given.isObject() ? object(given) : null;
        if (read == null)
            problems.add(field.problem("not-a-reference"));
        return read;
    }

    private static @Nullable Reference bare(String text) {
        if (text.isEmpty())
            return null;
        return isId(text) ? new Reference(By.ID, "", text) : new Reference(By.CODE, "", text);
    }

    private static @Nullable Reference object(JsonNode given) {
        for (String name : given.propertyNames())
            if (!WORDS.contains(name))
                return null;
        if (given.path("id").isString())
            return isId(given.get("id").asString()) ? new Reference(By.ID, "", given.get("id").asString()) : null;
        if (given.path("type").isString() && given.path("externalId").isString())
            return new Reference(By.EXTERNAL, given.get("type").asString(), given.get("externalId").asString());
        String word = given.has("code") ? "code" : "key";
        return given.path(word).isString() ? new Reference(By.CODE, "", given.get(word).asString()) : null;
    }

    private static boolean isId(String text) {
        UUID id = Ids.parse(text);
        return id != null && id.toString().equalsIgnoreCase(text);
    }
}

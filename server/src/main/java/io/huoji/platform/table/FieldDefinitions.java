package io.huoji.platform.table;

import io.huoji.platform.access.Viewer;
import io.huoji.platform.kernel.Ids;
import io.huoji.platform.kernel.Keys;
import io.huoji.platform.kernel.Problem;
import io.huoji.platform.table.field.FieldType;
import io.huoji.platform.table.field.FieldTypes;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Turns what an admin asks for into a field, or names everything that is wrong with it. */
@Component
class FieldDefinitions {

    private static final int NAME = 100;
    private static final int HELP = 1000;
    /** Settings that every type knows. */
    private static final Set<String> COMMON = Set.of("default", "help", "unique", "indexed");
    /** Words of a record's core that a field's key would hide. */
    private static final Set<String> RESERVED = Set.of("id", "table", "version", "fields", "late", "source",
            "external-id", "expectation", "unplanned", "confirmation");
    /** A record without them is no record of an action. */
    private static final Set<String> ALWAYS_REQUIRED = Set.of(Roles.SUBJECT, Roles.NODE, Roles.OCCURRED_AT);

    private final FieldTypes types;
    private final FieldContexts contexts;
    private final Presets presets;

    FieldDefinitions(FieldTypes types, FieldContexts contexts, Presets presets) {
        this.types = types;
        this.contexts = contexts;
        this.presets = presets;
    }

    /** The new field; null after it has added the problems. {@code others} are all fields that the table ever had. */
    @Nullable
    Field make(Viewer viewer, UUID table, NewField asked, List<Field> others, String path, List<Problem> problems) {
        int before = problems.size();
        String name = name(asked.name(), path, problems);
        FieldType type = asked.type() == null ? null : types.byKey(asked.type());
        if (asked.type() == null)
            problems.add(Problem.at(path + "type", "required"));
        else if (type == null)
            problems.add(Problem.at(path + "type", "unknown-field-type", Map.of("value", asked.type())));
        String key = asked.key() == null ? fresh(others) : asked.key();
        checkKey(key, asked.role(), others, path, problems);
        if (type == null)
            return null;
        Field bare = new Field(Ids.next(), key, name, type, asked.role(), isRequired(asked.role(), asked.required()),
                asked.config() == null ? JsonNodeFactory.instance.objectNode() : asked.config(), position(others), null,
                false);
        checkRole(bare, others, path, problems);
        ObjectNode config = configure(viewer, table, bare, path, problems);
        return problems.size() > before ? null : with(bare, config);
    }

    static boolean isRequired(@Nullable String role, @Nullable Boolean asked) {
        return Boolean.TRUE.equals(asked) || (role != null && ALWAYS_REQUIRED.contains(role));
    }

    static String name(@Nullable String given, String path, List<Problem> problems) {
        String name = given == null ? "" : given.strip();
        if (name.isEmpty())
            problems.add(Problem.at(path + "name", "required"));
        else if (name.length() > NAME)
            problems.add(Problem.at(path + "name", "text-too-long", Map.of("max", NAME)));
        else if (name.chars().anyMatch(Character::isISOControl))
            problems.add(Problem.at(path + "name", "bad-character"));
        return name;
    }

    /** The complete configuration of a field as it would be; adds what is wrong with it. */
    ObjectNode configure(Viewer viewer, UUID table, Field field, String path, List<Problem> problems) {
        int before = problems.size();
        ObjectNode given = field.config();
        FieldType type = field.type();
        for (String setting : given.propertyNames())
            if (!COMMON.contains(setting) && !FieldRule.SETTINGS.contains(setting)
                    && !type.settings().contains(setting))
                problems.add(Problem.at(path + "config." + setting, "unknown-property", Map.of("name", setting)));
        checkCommon(field, path, problems);
        var request = contexts.of(viewer, table);
        ObjectNode complete = type.configure(given, request.field(field, path + "config"), problems);
        JsonNode preset = complete.path("default");
        if (problems.size() == before && !preset.isMissingNode() && !preset.isNull())
            presets.check(with(field, complete), preset, request.field(with(field, complete), path + "config.default"),
                    problems);
        return complete;
    }

    private static void checkCommon(Field field, String path, List<Problem> problems) {
        ObjectNode config = field.config();
        JsonNode help = config.path("help");
        if (!help.isMissingNode() && (!help.isString() || help.asString().length() > HELP))
            problems.add(Problem.at(path + "config.help", "text-too-long", Map.of("max", HELP)));
        for (String flag : List.of("unique", "indexed"))
            if (config.has(flag) && !config.get(flag).isBoolean())
                problems.add(Problem.at(path + "config." + flag, "not-a-boolean", Map.of("name", field.name())));
        if (config.path("unique").asBoolean(false) && (!field.type().mayBeUnique() || field.isColumn()))
            problems.add(Problem.at(path + "config.unique", "never-unique", Map.of("type", field.type().key())));
        if (config.path("indexed").asBoolean(false) && !field.type().mayBeIndexed())
            problems.add(Problem.at(path + "config.indexed", "never-indexed", Map.of("type", field.type().key())));
    }

    private static void checkKey(String key, @Nullable String role, List<Field> others, String path,
            List<Problem> problems) {
        boolean ownRole = key.equals(role);
        if (!Keys.isKey(key) && !ownRole)
            problems.add(Problem.at(path + "key", "bad-key"));
        else if (RESERVED.contains(key) || (Roles.ALL.contains(key) && !ownRole))
            problems.add(Problem.at(path + "key", "reserved-key", Map.of("value", key)));
        else if (others.stream().anyMatch(field -> field.key().equals(key)))
            problems.add(Problem.at(path + "key", "key-taken", Map.of("value", key)));
    }

    void checkRole(Field field, List<Field> others, String path, List<Problem> problems) {
        String role = field.role();
        if (role == null)
            return;
        if (!Roles.ALL.contains(role))
            problems.add(Problem.at(path + "role", "unknown-field-role", Map.of("value", role)));
        else if (!field.type().roles().contains(role))
            problems.add(Problem.at(path + "role", "role-of-other-type",
                    Map.of("role", role, "type", field.type().key())));
        else if (others.stream()
                .anyMatch(other -> !other.deleted() && !other.id().equals(field.id()) && other.hasRole(role)))
            problems.add(Problem.at(path + "role", "role-taken", Map.of("role", role)));
    }

    private static String fresh(List<Field> others) {
        int number = others.size() + 1;
        while (true) {
            String key = "field-" + number++;
            if (others.stream().noneMatch(field -> field.key().equals(key)))
                return key;
        }
    }

    private static int position(List<Field> others) {
        return others.stream().mapToInt(Field::position).max().orElse(-1) + 1;
    }

    static Field with(Field field, ObjectNode config) {
        return new Field(field.id(), field.key(), field.name(), field.type(), field.role(), field.required(), config,
                field.position(), field.slot(), field.deleted());
    }
}

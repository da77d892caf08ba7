package io.huoji.platform.table;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a condition can decide about a field: a setting of every field, whatever its type. */
enum FieldRule {
    VISIBLE("visibleWhen"), REQUIRED("requiredWhen"), READ_ONLY("readOnlyWhen");

    static final Set<String> SETTINGS = Arrays.stream(values()).map(rule -> rule.setting)
            .collect(Collectors.toUnmodifiableSet());

    private final String setting;

    FieldRule(String setting) {
        this.setting = setting;
    }

    String setting() {
        return setting;
    }

    boolean isOf(Field field) {
        return field.config().path(setting).isObject();
    }

    /** The condition; null when the field has none. */
    @Nullable
    Condition of(Field field, String path) {
        JsonNode given = field.config().path(setting);
        return given.isMissingNode() || given.isNull() ? null : Condition.read(given, path + "config." + setting);
    }

    @Nullable
    Condition of(Field field) {
        return of(field, "");
    }
}

package io.huoji.platform.table;

import io.huoji.platform.kernel.Problem;
import io.huoji.platform.table.field.FieldContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Reads what a caller gave for the fields of a record, completed by defaults, and asks the rules of the fields. */
@Component
class GivenValues {

    private final Presets presets;
    private final FieldRules rules;

    GivenValues(Presets presets, FieldRules rules) {
        this.presets = presets;
        this.rules = rules;
    }

    /** The values of a new record in stored form, by field key. */
    Map<String, JsonNode> values(Table table, Draft draft, FieldContexts.Request request, List<Problem> problems) {
        boolean trusted = draft.source().isTrusted();
        List<Reading> readings = new ArrayList<>();
        for (Field field : table.fields())
            readings.add(created(field, draft.fields().get(field.key()), trusted, request.field(field)));
        return rules.settle(table, readings, true, trusted, request, problems);
    }

    /** The values that a record would have after a change. */
    Map<String, JsonNode> values(Table table, RecordRow before, Patch patch, FieldContexts.Request request,
            List<Problem> problems) {
        List<Reading> readings = new ArrayList<>();
        for (Field field : table.fields())
            readings.add(changed(field, patch.fields().get(field.key()), RecordValues.of(before, field),
                    request.field(field)));
        return rules.settle(table, readings, false, patch.source().isTrusted(), request, problems);
    }

    /** The value that was given, else the default; nothing when JSON null was given. */
    private Reading created(Field field, @Nullable JsonNode given, boolean trusted, FieldContext context) {
        List<Problem> problems = new ArrayList<>();
        JsonNode preset = given == null || FieldRule.READ_ONLY.isOf(field)
                ? parsed(field, presets.of(field, context), context, given == null ? problems : new ArrayList<>())
                : null;
        JsonNode value = given == null ? preset : parsed(field, given, context, problems);
        if (!trusted)
            field.type().step(null, value, context, problems);
        return new Reading(field, given != null, preset, value, problems);
    }

    private static Reading changed(Field field, @Nullable JsonNode given, @Nullable JsonNode kept,
            FieldContext context) {
        List<Problem> problems = new ArrayList<>();
        JsonNode value = given == null ? kept : parsed(field, given, context, problems);
        if (given != null)
            field.type().step(kept, value, context, problems);
        return new Reading(field, given != null, kept, value, problems);
    }

    private static @Nullable JsonNode parsed(Field field, @Nullable JsonNode given, FieldContext context,
            List<Problem> problems) {
        return given == null || given.isNull() ? null : field.type().parse(given, context, problems);
    }
}

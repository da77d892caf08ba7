package io.huoji.platform.table;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The values of one record at one moment, as conditions see them: a field that is hidden counts as empty. */
final class RecordState {

    private final Table table;
    private final Map<String, JsonNode> values;
    private final Conditions conditions;
    private final FieldContexts.Request request;
    private final Map<String, Boolean> visible = new HashMap<>();
    private final Set<String> asked = new HashSet<>();

    RecordState(Table table, Map<String, JsonNode> values, Conditions conditions, FieldContexts.Request request) {
        this.table = table;
        this.values = values;
        this.conditions = conditions;
        this.request = request;
    }

    boolean holds(Condition condition) {
        return conditions.hold(table, condition, this::seen, request);
    }

    boolean isVisible(Field field) {
        Boolean known = visible.get(field.key());
        if (known != null)
            return known;
        Condition condition = FieldRule.VISIBLE.of(field);
        // The model forbids circles; should one have come about, its fields are shown rather than asked for ever.
        boolean shown = condition == null || !asked.add(field.key()) || holds(condition);
        visible.put(field.key(), shown);
        return shown;
    }

    private @Nullable JsonNode seen(Field field) {
        return isVisible(field) ? values.get(field.key()) : null;
    }
}

package io.huoji.platform.table;

import io.huoji.platform.kernel.Problem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Which fields of a record are hidden, required and read-only, and what that means for a write. */
@Component
class FieldRules {

    private final Conditions conditions;

    FieldRules(Conditions conditions) {
        this.conditions = conditions;
    }

    /**
     * The values that are to be stored. A hidden field keeps what it had and never blocks; of all others the problems are added, with
     * those of a value that is missing or may not be changed.
     *
     * @param isNew   every required field must be there; of a change only those that it names
     * @param trusted an import may write what is read-only for people
     */
    Map<String, JsonNode> settle(Table table, List<Reading> readings, boolean isNew, boolean trusted,
            FieldContexts.Request request, List<Problem> problems) {
        Map<String, JsonNode> values = values(readings, Reading::after);
        if (!areUsed(table)) {
            readings.forEach(reading -> require(reading, reading.field().required(), isNew, request, problems));
            return values;
        }
        RecordState before = new RecordState(table, values(readings, Reading::before), conditions, request);
        RecordState after = new RecordState(table, values, conditions, request);
        Map<String, JsonNode> kept = new HashMap<>(values);
        for (Reading reading : readings)
            if (after.isVisible(reading.field()))
                judge(reading, before, after, isNew, trusted, request, problems);
            else if (reading.before() == null || isNew)
                kept.remove(reading.field().key());
            else
                kept.put(reading.field().key(), reading.before());
        return kept;
    }

    private static boolean areUsed(Table table) {
        for (Field field : table.fields())
            for (FieldRule rule : FieldRule.values())
                if (rule.isOf(field))
                    return true;
        return false;
    }

    private static Map<String, JsonNode> values(List<Reading> readings, Function<Reading, @Nullable JsonNode> which) {
        Map<String, JsonNode> values = new HashMap<>();
        for (Reading reading : readings) {
            JsonNode value = which.apply(reading);
            if (value != null)
                values.put(reading.field().key(), value);
        }
        return values;
    }

    private static void judge(Reading reading, RecordState before, RecordState after, boolean isNew, boolean trusted,
            FieldContexts.Request request, List<Problem> problems) {
        Field field = reading.field();
        Condition locked = FieldRule.READ_ONLY.of(field);
        if (locked != null && !trusted && reading.given()
                && !RecordValues.isSame(reading.before(), reading.after()) && before.holds(locked)) {
            problems.add(request.field(field).problem("read-only"));
            return;
        }
        Condition needed = FieldRule.REQUIRED.of(field);
        if (needed == null || !after.holds(needed)) {
            require(reading, field.required(), isNew, request, problems);
            return;
        }
        // What was missing before, for the same reason, does not stand in the way of another change.
        boolean isNews = reading.before() != null || !before.holds(needed);
        require(reading, true, isNew || isNews, request, problems);
    }

    private static void require(Reading reading, boolean required, boolean now, FieldContexts.Request request,
            List<Problem> problems) {
        problems.addAll(reading.problems());
        if (required && (now || reading.given()) && reading.after() == null && reading.problems().isEmpty())
            problems.add(request.field(reading.field()).problem("missing"));
    }
}

package io.huoji.platform.table;

import io.huoji.platform.access.Viewer;
import io.huoji.platform.kernel.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether the rules of a table's fields make sense: each condition, and all of them together after any change of the model. */
@Component
class FieldRuleCheck {

    private final FieldContexts contexts;

    FieldRuleCheck(FieldContexts contexts) {
        this.contexts = contexts;
    }

    /** Adds what is wrong; {@code path} is where the definition of a field stands. */
    void check(Viewer viewer, Table table, Function<Field, String> path, List<Problem> problems) {
        FieldContexts.Request request = contexts.of(viewer, table.id());
        for (Field field : table.fields()) {
            for (FieldRule rule : FieldRule.values()) {
                Condition condition = rule.of(field, path.apply(field));
                if (condition != null)
                    for (Condition.Test test : tests(condition))
                        check(table, field, rule, test, path.apply(field), request, problems);
            }
            checkVisibility(table, field, path.apply(field), problems);
        }
    }

    private static void check(Table table, Field owner, FieldRule rule, Condition.Test test, String path,
            FieldContexts.Request request, List<Problem> problems) {
        String place = path + "config." + rule.setting();
        Field field = Conditions.named(table, test.field());
        if (field == null)
            problems.add(Problem.at(place, "condition-without-field",
                    Map.of("name", owner.name(), "field", test.field())));
        else
            Operands.of(field, test, request.field(field, place), problems);
    }

    private static void checkVisibility(Table table, Field field, String path, List<Problem> problems) {
        if (!FieldRule.VISIBLE.isOf(field))
            return;
        String place = path + "config." + FieldRule.VISIBLE.setting();
        if (FieldDefinitions.isRequired(field.role(), false))
            problems.add(Problem.at(place, "always-visible", Map.of("name", field.name())));
        if (dependsOn(table, field, field, new HashSet<>()))
            problems.add(Problem.at(place, "circular-condition", Map.of("name", field.name())));
    }

    /** True when whether {@code from} is shown depends, directly or not, on {@code wanted}. */
    private static boolean dependsOn(Table table, Field from, Field wanted, Set<String> seen) {
        Condition condition = FieldRule.VISIBLE.of(from);
        if (condition == null)
            return false;
        for (Condition.Test test : tests(condition)) {
            @Nullable
            Field next = Conditions.named(table, test.field());
            if (next == null)
                continue;
            if (next.key().equals(wanted.key()))
                return true;
            if (seen.add(next.key()) && dependsOn(table, next, wanted, seen))
                return true;
        }
        return false;
    }

    private static List<Condition.Test> tests(Condition condition) {
        List<Condition.Test> found = new ArrayList<>();
        collect(condition, found);
        return found;
    }

    private static void collect(Condition condition, List<Condition.Test> found) {
        switch (condition) {
            case Condition.All all -> all.parts().forEach(part -> collect(part, found));
            case Condition.Any any -> any.parts().forEach(part -> collect(part, found));
            case Condition.Test test -> found.add(test);
        }
    }
}

package io.huoji.platform.table;

import io.huoji.platform.kernel.Misuse;
import io.huoji.platform.kernel.Problem;
import io.huoji.platform.tenant.TenantId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Gives slots to the fields that are marked indexed or that a saved view filters or sorts by, and takes them back. */
@Component
class Slots {

    private final ModelRepository repository;
    private final SlotFilling filling;

    Slots(ModelRepository repository, SlotFilling filling) {
        this.repository = repository;
        this.filling = filling;
    }

    /** Brings the slots of a table in line with its fields and views; in the transaction that changed them. */
    void settle(TenantId tenant, Table table) {
        Set<String> viewed = viewed(table);
        List<Field> wanting = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (Field field : table.fields()) {
            boolean wanted = isMarked(field) || (canHaveOne(field) && viewed.contains(field.key()));
            if (wanted && field.slot() != null)
                taken.add(field.slot().column());
            else if (wanted)
                wanting.add(field);
            else if (field.slot() != null)
                repository.slot(tenant, field, null);
        }
        boolean given = false;
        for (Field field : inOrder(wanting))
            given |= give(tenant, table, field, taken);
        if (given)
            filling.expect(tenant, table.id());
    }

    private static boolean isMarked(Field field) {
        return canHaveOne(field) && field.config().path("indexed").asBoolean(false);
    }

    private static boolean canHaveOne(Field field) {
        return !field.isColumn() && field.type().mayBeIndexed();
    }

    private static List<Field> inOrder(List<Field> wanting) {
        List<Field> order = new ArrayList<>(wanting.stream().filter(Slots::isMarked).toList());
        wanting.stream().filter(field -> !isMarked(field)).forEach(order::add);
        return order;
    }

    private boolean give(TenantId tenant, Table table, Field field, Set<String> taken) {
        String free = SlotValues.NAMES.stream()
                .filter(name -> name.charAt(0) == field.type().shape().slot() && !taken.contains(name))
                .findFirst()
                .orElse(null);
        if (free == null && isMarked(field))
            throw new Misuse.Refused(Problem.at("config.indexed", "no-slot-left",
                    Map.of("views", table.views().stream().map(View::name).toList())));
        if (free == null)
            return false;
        taken.add(free);
        repository.slot(tenant, field, new Slot(free, false));
        return true;
    }

    /** Keys of the fields that saved views filter or sort by. */
    private static Set<String> viewed(Table table) {
        Set<String> keys = new HashSet<>();
        for (View view : table.views()) {
            tested(view.config().path("filter"), keys);
            for (String part : view.config().path("sort").asString("").split(",", -1))
                keys.add(part.startsWith("-") ? part.substring(1).strip() : part.strip());
        }
        return keys;
    }

    private static void tested(@Nullable JsonNode condition, Set<String> keys) {
        if (condition == null || !condition.isObject())
            return;
        keys.add(condition.path("field").asString(""));
        condition.path("and").forEach(part -> tested(part, keys));
        condition.path("or").forEach(part -> tested(part, keys));
    }
}

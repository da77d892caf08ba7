package io.huoji.platform.table;

import io.huoji.platform.kernel.Misuse;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All tables of one tenant as of one moment, the deleted ones included. */
final class Model {

    private final Map<UUID, Table> byId = new HashMap<>();
    private final Map<String, Table> byKey = new HashMap<>();

    Model(List<Table> tables) {
        for (Table table : tables) {
            byId.put(table.id(), table);
            byKey.put(table.key(), table);
        }
    }

    List<Table> tables(boolean deleted) {
        return byId.values()
                .stream()
                .filter(table -> table.deleted() == deleted)
                .sorted(Comparator.comparingInt(Table::position).thenComparing(Table::id))
                .toList();
    }

    @Nullable
    Table find(UUID id) {
        return byId.get(id);
    }

    /** The living table of that key. */
    Table table(String key) {
        Table table = byKey.get(key);
        if (table == null || table.deleted())
            throw new Misuse.NotFound("table", key);
        return table;
    }

    Table deletedTable(String key) {
        Table table = byKey.get(key);
        if (table == null || !table.deleted())
            throw new Misuse.NotFound("table", key);
        return table;
    }

    boolean knows(String key) {
        return byKey.containsKey(key);
    }

    int size() {
        return byId.size();
    }
}

package io.huoji.platform.org;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The units of one tenant, with the ways up and down. */
final class UnitTree {

    private final Map<UUID, Unit> byId = new LinkedHashMap<>();
    private final Map<String, Unit> byCode = new HashMap<>();
    private final Map<UUID, List<Unit>> children = new HashMap<>();
    private final Map<UUID, Set<UUID>> below = new ConcurrentHashMap<>();

    UnitTree(List<Unit> units) {
        Map<UUID, String> nameKeys = new HashMap<>();
        units.forEach(unit -> nameKeys.put(unit.id(), NameKeys.of(unit.name())));
        Comparator<Unit> order = Comparator.comparingInt(Unit::position)
                .thenComparing(unit -> java.util.Objects.requireNonNull(nameKeys.get(unit.id())))
                .thenComparing(Unit::code);
        List<Unit> roots = new ArrayList<>();
        for (Unit unit : units) {
            byCode.put(unit.code(), unit);
            (unit.parent() == null ? roots : children.computeIfAbsent(unit.parent(), key -> new ArrayList<>()))
                    .add(unit);
        }
        roots.sort(order);
        children.values().forEach(siblings -> siblings.sort(order));
        roots.forEach(this::place);
    }

    private void place(Unit unit) {
        byId.put(unit.id(), unit);
        children.getOrDefault(unit.id(), List.of()).forEach(this::place);
    }

    List<Unit> all() {
        return List.copyOf(byId.values());
    }

    @Nullable
    Unit byId(UUID id) {
        return byId.get(id);
    }

    @Nullable
    Unit byCode(String code) {
        return byCode.get(code);
    }

    Set<UUID> withBelow(UUID unit) {
        Set<UUID> known = below.get(unit);
        if (known != null)
            return known;
        Set<UUID> found = new LinkedHashSet<>();
        if (byId.containsKey(unit))
            collect(unit, found);
        Set<UUID> fixed = java.util.Collections.unmodifiableSet(found);
        if (!found.isEmpty())
            below.put(unit, fixed);
        return fixed;
    }

    private void collect(UUID unit, Set<UUID> found) {
        found.add(unit);
        children.getOrDefault(unit, List.of()).forEach(child -> collect(child.id(), found));
    }

    List<Unit> ancestors(UUID unit) {
        List<Unit> way = new ArrayList<>();
        for (Unit step = byId.get(unit); step != null; step = step.parent() == null ? null : byId.get(step.parent()))
            way.add(step);
        return way;
    }
}

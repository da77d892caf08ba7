package io.huoji.platform.access;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The rows a viewer may know of: all, or those of these units, or those about these people. Nothing by default. A row without
 * unit and without person is nobody's but that of {@code all}.
 */
public record RowScope(boolean all, Set<UUID> units, Set<UUID> people) {

    public static final RowScope NOTHING = new RowScope(false, Set.of(), Set.of());
    public static final RowScope EVERYTHING = new RowScope(true, Set.of(), Set.of());

    public RowScope {
        units = Set.copyOf(units);
        people = Set.copyOf(people);
    }

    public boolean covers(@Nullable UUID unit, @Nullable UUID person) {
        return all || (unit != null && units.contains(unit)) || (person != null && people.contains(person));
    }

    public RowScope or(RowScope other) {
        if (all || other.all)
            return EVERYTHING;
        Set<UUID> moreUnits = new HashSet<>(units);
        moreUnits.addAll(other.units);
        Set<UUID> morePeople = new HashSet<>(people);
        morePeople.addAll(other.people);
        return new RowScope(false, moreUnits, morePeople);
    }

    /**
     * The predicate as SQL over a unit and a person column, with named parameters {@code scopeUnits} and {@code scopePeople}
     * (bind {@link #parameters()}). Every statement that shows rows to a viewer carries it.
     */
    public String sql(String unitColumn, String personColumn) {
        return sql(unitColumn, personColumn, ":scopeUnits", ":scopePeople");
    }

    /** The same with other words for the two parameters, which must become {@code uuid[]}. */
    public String sql(String unitColumn, String personColumn, String unitsParameter, String peopleParameter) {
        if (all)
            return "true";
        return "(%s = any(cast(%s as uuid[])) or %s = any(cast(%s as uuid[])))".formatted(unitColumn, unitsParameter,
                personColumn, peopleParameter);
    }

    public Map<String, Object> parameters() {
        return all
                ? Map.of()
                : Map.of("scopeUnits", units.toArray(UUID[]::new), "scopePeople", people.toArray(UUID[]::new));
    }
}

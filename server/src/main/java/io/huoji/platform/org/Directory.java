package io.huoji.platform.org;

import io.huoji.platform.access.Permission;
import io.huoji.platform.access.RowScope;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One tenant's organisation as of one moment, unchangeable; every answer comes from memory. */
public final class Directory {

    private final UnitTree units;
    private final Map<UUID, Person> people = new LinkedHashMap<>();
    private final Map<String, Person> byCode = new HashMap<>();
    private final Map<String, Person> byExternalId = new HashMap<>();
    private final OrgWords words = new OrgWords(this);
    private final Map<UUID, List<Person>> reports = new HashMap<>();
    private final Map<UUID, Role> roles = new LinkedHashMap<>();
    private final Map<String, Role> rolesByKey = new HashMap<>();
    private final Map<String, List<Person>> holders = new HashMap<>();

    Directory(List<Unit> units, Collection<Person> people, List<Role> roles) {
        this.units = new UnitTree(units);
        for (Role role : roles) {
            this.roles.put(role.id(), role);
            rolesByKey.put(role.key(), role);
        }
        people.stream()
                .sorted(Comparator.comparing(Person::nameKey).thenComparing(Person::code))
                .forEach(this::take);
    }

    private void take(Person person) {
        people.put(person.id(), person);
        byCode.put(person.code(), person);
        person.externalIds().forEach((type, id) -> byExternalId.put(type + '\n' + id, person));
        if (person.manager() != null)
            reports.computeIfAbsent(person.manager(), key -> new ArrayList<>()).add(person);
        Set<String> held = new LinkedHashSet<>();
        rolesOf(person).forEach(role -> held.add(role.key()));
        if (person.active())
            held.forEach(key -> holders.computeIfAbsent(key, any -> new ArrayList<>()).add(person));
    }

    /** All units: parents before children, siblings by position and name. */
    public List<Unit> units() {
        return units.all();
    }

    public @Nullable Unit unit(UUID id) {
        return units.byId(id);
    }

    public @Nullable Unit unitByCode(String code) {
        return units.byCode(code);
    }

    /** The unit itself and every unit below it. */
    public Set<UUID> withBelow(UUID unit) {
        return units.withBelow(unit);
    }

    /** The unit itself, its parent and so on up to the root. */
    public List<Unit> ancestors(UUID unit) {
        return units.ancestors(unit);
    }

    /** The nearest of the unit and its ancestors that is of that kind. */
    public @Nullable Unit ancestorOfKind(UUID unit, String kind) {
        return ancestors(unit).stream().filter(it -> it.kind().equals(kind)).findFirst().orElse(null);
    }

    /** Everybody, those who left included, in order of name. */
    public Collection<Person> people() {
        return java.util.Collections.unmodifiableCollection(people.values());
    }

    public @Nullable Person person(UUID id) {
        return people.get(id);
    }

    public @Nullable Person personByCode(String code) {
        return byCode.get(code);
    }

    public @Nullable Person personByExternalId(String type, String externalId) {
        return byExternalId.get(type + '\n' + externalId);
    }

    /** What a spreadsheet calls the person: the name, with the code where several bear it. */
    public String wordOf(Person person) {
        return words.of(person);
    }

    /** Whom that word can mean: by code, by name, by {@code name (code)} or by e-mail address. */
    public List<Person> peopleMeant(String word) {
        return words.people(word);
    }

    /** What a spreadsheet calls the unit: its name, the way from the root where several bear it, else its code. */
    public String wordOf(Unit unit) {
        return words.of(unit);
    }

    /** Which units that word can mean. */
    public List<Unit> unitsMeant(String word) {
        return words.units(word);
    }

    /** The unit a person belongs to on that day; null for an unknown person or a day in no membership. */
    public @Nullable UUID unitAt(UUID person, LocalDate day) {
        Person known = people.get(person);
        return known == null ? null : known.unitAt(day);
    }

    /** The person's manager, else a holder of role lead in the nearest unit upwards; never the person itself. */
    public @Nullable UUID leadOf(UUID person, LocalDate day) {
        Person known = people.get(person);
        if (known == null)
            return null;
        Person manager = known.manager() == null ? null : people.get(known.manager());
        if (manager != null && manager.active())
            return manager.id();
        UUID stands = known.unitAt(day);
        return stands == null
                ? null
                : nearest(Role.LEAD, stands, day, known).stream().map(Person::id).findFirst().orElse(null);
    }

    /** Everybody active who holds that role anywhere. */
    public List<Person> holders(String roleKey) {
        return List.copyOf(holders.getOrDefault(roleKey, List.of()));
    }

    /** Those who hold the role in the nearest unit upwards that has a holder. */
    public List<Person> holdersAt(String roleKey, UUID unit, LocalDate day) {
        return nearest(roleKey, unit, day, null);
    }

    private List<Person> nearest(String roleKey, UUID unit, LocalDate day, @Nullable Person except) {
        Role role = rolesByKey.get(roleKey);
        if (role == null)
            return List.of();
        for (Unit step : ancestors(unit)) {
            List<Person> here = holders.getOrDefault(roleKey, List.of())
                    .stream()
                    .filter(it -> !it.equals(except) && holdsAt(it, role.id(), step.id(), day))
                    .sorted(Comparator.comparing(Person::code))
                    .toList();
            if (!here.isEmpty())
                return here;
        }
        return List.of();
    }

    private static boolean holdsAt(Person person, UUID role, UUID unit, LocalDate day) {
        return person.grants()
                .stream()
                .anyMatch(it -> it.role().equals(role)
                        && unit.equals(it.unit() == null ? person.unitAt(day) : it.unit()));
    }

    /** Everybody below the person in the chain of managers, on all levels; the person itself not included. */
    public Set<UUID> reportsBelow(UUID person) {
        Set<UUID> found = new LinkedHashSet<>();
        List<UUID> open = new ArrayList<>(List.of(person));
        while (!open.isEmpty())
            for (Person report : reports.getOrDefault(open.removeLast(), List.of()))
                if (found.add(report.id()))
                    open.add(report.id());
        found.remove(person);
        return found;
    }

    public Collection<Role> roles() {
        return java.util.Collections.unmodifiableCollection(roles.values());
    }

    public @Nullable Role role(UUID id) {
        return roles.get(id);
    }

    public @Nullable Role roleByKey(String key) {
        return rolesByKey.get(key);
    }

    public List<Role> rolesOf(Person person) {
        return person.grants()
                .stream()
                .map(grant -> roles.get(grant.role()))
                .filter(java.util.Objects::nonNull)
                .distinct()
                .toList();
    }

    /** What the person may do; nothing once the person has left. */
    public Set<Permission> permissionsOf(Person person) {
        Set<Permission> allowed = EnumSet.noneOf(Permission.class);
        if (person.active())
            rolesOf(person).forEach(role -> allowed.addAll(role.permissions()));
        return allowed;
    }

    /** The rows the person may know of; nothing without a role, and nothing once the person has left. */
    public RowScope scopeOf(Person person, LocalDate today) {
        RowScope scope = RowScope.NOTHING;
        if (person.active())
            for (Grant grant : person.grants())
                scope = scope.or(scopeOf(person, grant, today));
        return scope;
    }

    RowScope scopeOf(Person person, Grant grant, LocalDate today) {
        Role role = roles.get(grant.role());
        if (role == null)
            return RowScope.NOTHING;
        UUID at = grant.unit() == null ? person.unitAt(today) : grant.unit();
        Set<UUID> here = at == null ? Set.of() : Set.of(at);
        RowScope own = new RowScope(false, Set.of(), Set.of(person.id()));
        return switch (role.scope()) {
            case OWN -> own;
            case REPORTS -> own.or(reporting(person));
            case UNIT -> own.or(standingIn(here));
            // A lead leads those who name it as manager, too, wherever they stand.
            case UNIT_AND_BELOW -> own.or(standingIn(at == null ? here : withBelow(at)))
                    .or(role.key().equals(Role.LEAD) ? reporting(person) : RowScope.NOTHING);
            case LISTED -> own.or(standingIn(role.listedUnits()));
            case ALL -> RowScope.EVERYTHING;
        };
    }

    private RowScope reporting(Person person) {
        return new RowScope(false, Set.of(), reportsBelow(person.id()));
    }

    private static RowScope standingIn(Set<UUID> units) {
        return new RowScope(false, new HashSet<>(units), Set.of());
    }
}

package io.huoji.platform.org;

import io.huoji.platform.access.RowScope;
import io.huoji.platform.access.Viewer;
import io.huoji.platform.kernel.Misuse;
import io.huoji.platform.kernel.Problem;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one viewer may see and hand on of one tenant's organisation at this moment. Nobody hands on, or takes away, a right
 * that they don't hold.
 *
 * @param lead the viewer's own lead
 */
public record Rights(Viewer viewer, Directory directory, LocalDate today, @Nullable UUID lead) {

    public Rights(Viewer viewer, Directory directory, LocalDate today) {
        this(viewer, directory, today,
                viewer.person() == null ? null : directory.leadOf(viewer.person(), today));
    }

    /** Whether the viewer may know all of the person. */
    public boolean sees(Person person) {
        return person.id().equals(viewer.person()) || viewer.scope().covers(homeOf(person), person.id());
    }

    /** Whether the viewer may know the name: those they see, and their own lead. */
    public boolean knows(Person person) {
        return sees(person) || person.id().equals(lead);
    }

    /** The units that the viewer may know of: those of the scope, the own one, and the way up from each. */
    public Set<UUID> knownUnits() {
        Set<UUID> known = new HashSet<>();
        if (viewer.scope().all()) {
            directory.units().forEach(unit -> known.add(unit.id()));
            return known;
        }
        Set<UUID> seen = new HashSet<>(viewer.scope().units());
        UUID own = viewer.person() == null ? null : directory.unitAt(viewer.person(), today);
        if (own != null)
            seen.add(own);
        seen.forEach(unit -> directory.ancestors(unit).forEach(it -> known.add(it.id())));
        return known;
    }

    /** Whether what happens in the unit is the viewer's to see and change. */
    public boolean holds(@Nullable UUID unit) {
        return viewer.scope().covers(unit, null);
    }

    /** Refuses unless the viewer holds every right that the person has. */
    public void needsAllOf(Person person) {
        for (Grant grant : person.grants())
            if (!mayHandOn(person, grant))
                throw new Misuse.Forbidden(Problem.at("", "more-rights", Map.of("person", person.name())));
    }

    /** Whether this grant gives the person nothing that the viewer hasn't. */
    boolean mayHandOn(Person person, Grant grant) {
        Role role = directory.role(grant.role());
        return role == null || (viewer.permissions().containsAll(role.permissions())
                && isWithin(directory.scopeOf(person, grant, today), person));
    }

    private boolean isWithin(RowScope scope, Person person) {
        RowScope mine = viewer.scope();
        if (mine.all())
            return true;
        return !scope.all() && mine.units().containsAll(scope.units())
                && scope.people().stream().allMatch(id -> mine.covers(homeOf(id, person), id));
    }

    private @Nullable UUID homeOf(UUID id, Person person) {
        if (id.equals(person.id()))
            return homeOf(person);
        Person known = directory.person(id);
        return known == null ? null : homeOf(known);
    }

    /** Where somebody stands, else where they stood last or will stand. */
    private @Nullable UUID homeOf(Person person) {
        UUID unit = person.unitAt(today);
        return unit != null || person.memberships().isEmpty() ? unit : person.memberships().getLast().unit();
    }

    /** The person of that code or id, if the viewer may know all of it. */
    public Person person(String codeOrId) {
        Person person = References.person(directory, codeOrId);
        if (person == null || !sees(person))
            throw new Misuse.NotFound("person", codeOrId);
        return person;
    }

    Unit unit(String codeOrId) {
        Unit unit = References.unit(directory, codeOrId);
        if (unit == null || !knownUnits().contains(unit.id()))
            throw new Misuse.NotFound("unit", codeOrId);
        return unit;
    }

    /** The unit, for changing it. */
    Unit ownUnit(String codeOrId) {
        Unit unit = unit(codeOrId);
        if (!holds(unit.id()))
            throw new Misuse.Forbidden(Problem.at("", "beyond-scope", Map.of("unit", unit.name())));
        return unit;
    }

}

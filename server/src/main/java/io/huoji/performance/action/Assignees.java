package io.huoji.performance.action;

import io.huoji.platform.org.Directory;
import io.huoji.platform.org.Person;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells whom an assignee means on a day. */
record Assignees(Directory directory, LocalDate day) {

    /** Those who hold it when a period begins; who has not joined yet by then starts with the next. */
    List<Person> ofPeriod(Assignee assignee) {
        return switch (assignee) {
            case Assignee.RoleHolders holders -> holders(holders).filter(this::isThere).toList();
            case Assignee.UnitMembers members -> membersOf(members.unit()).toList();
            case Assignee.OnePerson one -> person(one.person()).filter(this::isThere).toList();
            case Assignee.EventActor _,Assignee.ObjectOwner _ -> List.of();
        };
    }

    /**
     * Those whom an event concerns. A role without a unit means its holders nearest to whom the event is about; where nobody
     * is named, all its holders.
     */
    List<Person> ofEvent(Assignee assignee, @Nullable UUID actor, @Nullable UUID owner) {
        return switch (assignee) {
            case Assignee.EventActor _ -> known(actor);
            case Assignee.ObjectOwner _ -> known(owner);
            case Assignee.RoleHolders holders when holders.unit() == null ->
                nearest(holders, actor == null ? owner : actor);
            case Assignee.RoleHolders holders -> holders(holders).toList();
            case Assignee.UnitMembers members -> membersOf(members.unit()).toList();
            case Assignee.OnePerson one -> person(one.person()).toList();
        };
    }

    private List<Person> nearest(Assignee.RoleHolders holders, @Nullable UUID concerned) {
        var role = directory.role(holders.role());
        var unit = concerned == null ? null : directory.unitAt(concerned, day);
        if (role == null) {
            return List.of();
        }
        return unit == null ? directory.holders(role.key()) : directory.holdersAt(role.key(), unit, day);
    }

    private Stream<Person> holders(Assignee.RoleHolders holders) {
        var role = directory.role(holders.role());
        if (role == null) {
            return Stream.of();
        }
        var people = directory.holders(role.key()).stream();
        if (holders.unit() == null) {
            return people;
        }
        var units = directory.withBelow(holders.unit());
        return people.filter(person -> person.grants().stream()
                .filter(grant -> grant.role().equals(role.id()))
                .map(grant -> grant.unit() == null ? person.unitAt(day) : grant.unit())
                .anyMatch(unit -> unit != null && units.contains(unit)));
    }

    private Stream<Person> membersOf(UUID unit) {
        var units = directory.withBelow(unit);
        return directory.people().stream().filter(Person::active).filter(person -> {
            var stands = person.unitAt(day);
            return stands != null && units.contains(stands);
        });
    }

    private Stream<Person> person(@Nullable UUID id) {
        var person = id == null ? null : directory.person(id);
        return person == null || !person.active() ? Stream.of() : Stream.of(person);
    }

    /** Be it somebody who left since: what was expected then was expected. */
    private List<Person> known(@Nullable UUID id) {
        var person = id == null ? null : directory.person(id);
        return person == null ? List.of() : List.of(person);
    }

    /** Who belongs somewhere at some time belongs somewhere on that day. */
    private boolean isThere(Person person) {
        return person.memberships().isEmpty() || person.unitAt(day) != null;
    }

    /** The unit under which something of this person counts on a day; the nearest known one when there is none. */
    static @Nullable UUID unitOn(Directory directory, UUID person, LocalDate countsOn, LocalDate opens) {
        var unit = directory.unitAt(person, countsOn);
        return unit != null ? unit : directory.unitAt(person, opens);
    }
}

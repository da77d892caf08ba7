package io.huoji.performance.action;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who should do a node. */
sealed interface Assignee {

    /** Everyone who holds a role; only those of a unit and below when one is named. */
    record RoleHolders(UUID role, @Nullable UUID unit) implements Assignee {}

    /** Everyone of a unit and below. */
    record UnitMembers(UUID unit) implements Assignee {}

    /** One person. */
    record OnePerson(UUID person) implements Assignee {}

    /** The person who did what the event says. */
    record EventActor() implements Assignee {}

    /** The person who owns the business object that the event is about. */
    record ObjectOwner() implements Assignee {}

    /** True when only an event can tell who it is. */
    default boolean needsEvent() {
        return this instanceof EventActor || this instanceof ObjectOwner;
    }
}

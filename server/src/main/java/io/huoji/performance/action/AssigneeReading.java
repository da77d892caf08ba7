package io.huoji.performance.action;

import io.huoji.platform.kernel.Ids;
import io.huoji.platform.org.Directory;
import io.huoji.platform.org.Person;
import io.huoji.platform.org.Role;
import io.huoji.platform.org.Unit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads of whom a node wants its action. */
record AssigneeReading(NodeWords words, Directory directory) {

    /** Whoever has no other word for it: everyone, or the actor of the event. */
    Assignee everyone(Trigger trigger) {
        var root = directory.units().stream().filter(unit -> unit.parent() == null).findFirst();
        return trigger instanceof Trigger.OnEvent || root.isEmpty()
                ? new Assignee.EventActor()
                : new Assignee.UnitMembers(root.get().id());
    }

    Assignee assignee() {
        var kind = words.json().path("kind").asString("");
        words.only(Set.of("kind", "role", "unit", "person"));
        return switch (kind) {
            case "role" -> new Assignee.RoleHolders(
                    id("role", directory::roleByKey, directory::role, Role::id),
                    words.json().hasNonNull("unit") ? unit() : null);
            case "unit" -> new Assignee.UnitMembers(unit());
            case "person" -> new Assignee.OnePerson(
                    id("person", directory::personByCode, directory::person, Person::id));
            case "eventActor" -> new Assignee.EventActor();
            case "objectOwner" -> new Assignee.ObjectOwner();
            default -> {
                words.add("kind", "not-one-of",
                        Map.of("options", List.of("role", "unit", "person", "eventActor", "objectOwner")));
                yield new Assignee.EventActor();
            }
        };
    }

    private UUID unit() {
        return id("unit", directory::unitByCode, directory::unit, Unit::id);
    }

    /** Whom the property names, by key, by id, or as the API answered it. */
    private <T> UUID id(String name, Function<String, @Nullable T> byKey, Function<UUID, @Nullable T> byId,
            Function<T, UUID> id) {
        var given = words.json().path(name);
        var word = given.isObject()
                ? given.path("id").asString(given.path("key").asString(given.path("code")
                        .asString("")))
                : given.asString("");
        var found = byKey.apply(word);
        if (found == null) {
            var asId = Ids.parse(word);
            found = asId == null ? null : byId.apply(asId);
        }
        if (found == null) {
            words.add(name, word.isEmpty() ? "required" : "unknown-" + name, Map.of("value", word));
            return new UUID(0, 0);
        }
        return id.apply(found);
    }
}

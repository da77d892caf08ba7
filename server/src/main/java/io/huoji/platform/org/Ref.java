package io.huoji.platform.org;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How a unit or a person is answered when something else names it. */
public record Ref(UUID id, String code, String name) {

    public static Ref to(Unit unit) {
        return new Ref(unit.id(), unit.code(), unit.name());
    }

    public static Ref to(Person person) {
        return new Ref(person.id(), person.code(), person.name());
    }

    static @Nullable Ref unit(Directory directory, @Nullable UUID id) {
        Unit unit = id == null ? null : directory.unit(id);
        return unit == null ? null : to(unit);
    }

    static @Nullable Ref person(Directory directory, @Nullable UUID id) {
        Person person = id == null ? null : directory.person(id);
        return person == null ? null : to(person);
    }
}

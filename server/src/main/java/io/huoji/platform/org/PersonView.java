package io.huoji.platform.org;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person as the API answers it. Of somebody beyond the viewer's scope only who it is. */
record PersonView(UUID id, String code, String name, @Nullable String email, @Nullable String mobile,
        @Nullable Ref manager, Map<String, String> externalIds, @Nullable Ref unit, List<Stay> memberships,
        List<Held> roles, boolean active, boolean account, long version) {

    record Stay(Ref unit, @Nullable LocalDate from, @Nullable LocalDate to) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Held(String role, @Nullable Ref unit) {}

    static PersonView of(Person person, Rights rights, Set<UUID> withAccount) {
        Directory directory = rights.directory();
        Ref unit = Ref.unit(directory, person.unitAt(rights.today()));
        if (!rights.sees(person))
            return new PersonView(person.id(), person.code(), person.name(), null, null, null, Map.of(), null,
                    List.of(), List.of(), person.active(), false, person.version());
        return new PersonView(person.id(), person.code(), person.name(), person.email(), person.mobile(),
                Ref.person(directory, person.manager()), person.externalIds(), unit,
                person.memberships()
                        .stream()
                        .map(it -> new Stay(Objects.requireNonNull(Ref.unit(directory, it.unit())), it.from(),
                                it.to()))
                        .toList(),
                person.grants()
                        .stream()
                        .map(it -> new Held(roleKey(directory, it), Ref.unit(directory, it.unit())))
                        .toList(),
                person.active(), withAccount.contains(person.id()), person.version());
    }

    private static String roleKey(Directory directory, Grant grant) {
        Role role = directory.role(grant.role());
        return role == null ? "" : role.key();
    }
}

package io.huoji.edge.transfer;

import io.huoji.edge.api.Messages;
import io.huoji.platform.access.Viewer;
import io.huoji.platform.kernel.Misuse;
import io.huoji.platform.kernel.Page;
import io.huoji.platform.org.Directories;
import io.huoji.platform.org.Directory;
import io.huoji.platform.org.Grant;
import io.huoji.platform.org.Membership;
import io.huoji.platform.org.Person;
import io.huoji.platform.org.References;
import io.huoji.platform.org.Rights;
import io.huoji.platform.org.Role;
import io.huoji.platform.org.Unit;
import io.huoji.platform.tenant.Tenants;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The people whom a viewer may know, row by row. */
@Component
class PeopleList {

    private final Directories directories;
    private final Tenants tenants;
    private final Messages messages;
    private final Clock clock;

    PeopleList(Directories directories, Tenants tenants, Messages messages, Clock clock) {
        this.directories = directories;
        this.tenants = tenants;
        this.messages = messages;
        this.clock = clock;
    }

    static List<String> presences(Messages messages, Locale locale) {
        return List.of(messages.of("transfer.people.here", locale), messages.of("transfer.people.gone", locale));
    }

    /** The cursor is how many were given before: the order of people is fixed in memory. */
    Page<List<String>> page(Viewer viewer, ExportWish wish, List<String> keys, @Nullable String cursor, int limit) {
        Rights rights = new Rights(viewer, directories.of(viewer.tenant()),
                tenants.byId(viewer.tenant()).dayOf(clock.instant()));
        List<Person> all = people(rights, wish);
        int from = cursor == null ? 0 : Math.min(Integer.parseInt(cursor), all.size());
        int to = Math.min(from + limit, all.size());
        Locale locale = Locale.forLanguageTag(tenants.byId(viewer.tenant()).locale());
        return new Page<>(all.subList(from, to).stream()
                .map(person -> keys.stream().map(key -> cell(rights, person, key, locale)).toList())
                .toList(), to < all.size() ? String.valueOf(to) : null,
                cursor == null ? (Long) (long) all.size() : null);
    }

    private static List<Person> people(Rights rights, ExportWish wish) {
        Unit unit = wish.unit() == null ? null : References.unit(rights.directory(), wish.unit());
        if (wish.unit() != null && (unit == null || !rights.knownUnits().contains(unit.id())))
            throw new Misuse.NotFound("unit", wish.unit());
        Set<UUID> within = unit == null ? Set.of() : rights.directory().withBelow(unit.id());
        return rights.directory()
                .people()
                .stream()
                .filter(rights::sees)
                .filter(person -> wish.active() == null || wish.active() == person.active())
                .filter(person -> unit == null || within.contains(person.unitAt(rights.today())))
                .toList();
    }

    private String cell(Rights rights, Person person, String key, Locale locale) {
        Directory directory = rights.directory();
        LocalDate today = rights.today();
        return switch (key) {
            case "code" -> person.code();
            case "name" -> person.name();
            case "email" -> person.email() == null ? "" : person.email();
            case "mobile" -> person.mobile() == null ? "" : person.mobile();
            case "unit" -> word(directory, person.unitAt(today));
            case "unitFrom" -> person.memberships().stream().filter(it -> it.holdsOn(today)).map(Membership::from)
                    .filter(java.util.Objects::nonNull).map(LocalDate::toString).findFirst().orElse("");
            case "manager" -> {
                Person manager = person.manager() == null ? null : directory.person(person.manager());
                yield manager == null || !rights.knows(manager) ? "" : directory.wordOf(manager);
            }
            case "roles" -> person.grants().stream().map(grant -> role(directory, grant))
                    .collect(Collectors.joining("、"));
            case "active" -> presences(messages, locale).get(person.active() ? 0 : 1);
            default -> "";
        };
    }

    private static String role(Directory directory, Grant grant) {
        Role role = directory.role(grant.role());
        String name = role == null ? "" : role.name();
        return grant.unit() == null ? name : name + "@" + word(directory, grant.unit());
    }

    private static String word(Directory directory, @Nullable UUID id) {
        Unit unit = id == null ? null : directory.unit(id);
        return unit == null ? "" : directory.wordOf(unit);
    }
}

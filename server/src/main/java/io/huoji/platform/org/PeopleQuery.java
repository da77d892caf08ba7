package io.huoji.platform.org;

import io.huoji.platform.kernel.Misuse;
import io.huoji.platform.kernel.Page;
import io.huoji.platform.kernel.Problem;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which of the people that the viewer may know are asked for. */
record PeopleQuery(@Nullable String q, @Nullable String unit, boolean below, @Nullable Boolean active,
        @Nullable String role, @Nullable Integer limit, @Nullable String cursor, boolean total) {

    Page<Person> run(Rights rights) {
        int most = Page.limit(limit);
        List<Person> all = rights.directory()
                .people()
                .stream()
                .filter(rights::knows)
                .filter(inUnit(rights))
                .filter(person -> active == null || person.active() == active)
                .filter(person -> role == null || holdsRole(person, rights))
                .filter(person -> q == null || q.isBlank() || matches(person, q.strip().toLowerCase(Locale.ROOT)))
                .toList();
        Stream<Person> rest = all.stream();
        if (cursor != null) {
            String last = opened(cursor);
            rest = rest.filter(person -> place(person).compareTo(last) > 0);
        }
        List<Person> page = rest.limit(most + 1L).toList();
        boolean isLast = page.size() <= most;
        List<Person> items = isLast ? page : page.subList(0, most);
        return new Page<>(items, isLast ? null : closed(place(items.getLast())), total ? (long) all.size() : null);
    }

    private Predicate<Person> inUnit(Rights rights) {
        if (unit == null)
            return person -> true;
        UUID asked = rights.unit(unit).id();
        Set<UUID> units = below ? rights.directory().withBelow(asked) : Set.of(asked);
        return person -> {
            UUID stands = person.unitAt(rights.today());
            return stands != null && units.contains(stands) && rights.sees(person);
        };
    }

    private boolean holdsRole(Person person, Rights rights) {
        return rights.sees(person)
                && rights.directory().rolesOf(person).stream().anyMatch(it -> it.key().equals(role));
    }

    private static boolean matches(Person person, String words) {
        return person.name().toLowerCase(Locale.ROOT).contains(words)
                || person.nameKey().contains(words.replace(" ", ""))
                || person.code().startsWith(words)
                || (person.email() != null && person.email().startsWith(words))
                || (person.mobile() != null && person.mobile().contains(words));
    }

    /** The order of the directory as one text. */
    private static String place(Person person) {
        return person.nameKey() + '\u0000' + person.code();
    }

    private static String closed(String place) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(StandardCharsets.UTF_8));
    }

    private static String opened(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            throw new Misuse.Malformed(Problem.at("cursor", "bad-cursor"));
        }
    }
}

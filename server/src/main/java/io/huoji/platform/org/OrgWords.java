package io.huoji.platform.org;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** People and units by the words that people write into spreadsheets for them. Built when first asked. */
final class OrgWords {

    private static final Pattern NAMED = Pattern.compile("(.*\\S)\\s*[(（]([^()（）]+)[)）]");
    private static final String STEP = "/";

    private final Directory directory;
    private volatile @Nullable Words words;

    OrgWords(Directory directory) {
        this.directory = directory;
    }

    private record Words(Map<String, List<Person>> people, Map<String, Person> emails, Map<String, List<Unit>> units,
            Map<String, List<Unit>> ways) {}

    private Words words() {
        Words known = words;
        if (known == null) {
            known = build();
            words = known;
        }
        return known;
    }

    private Words build() {
        Words built = new Words(new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>());
        for (Person person : directory.people()) {
            built.people.computeIfAbsent(person.name(), name -> new ArrayList<>()).add(person);
            if (person.email() != null)
                built.emails.put(person.email(), person);
        }
        for (Unit unit : directory.units()) {
            built.units.computeIfAbsent(unit.name(), name -> new ArrayList<>()).add(unit);
            built.ways.computeIfAbsent(way(unit), way -> new ArrayList<>()).add(unit);
        }
        return built;
    }

    private String way(Unit unit) {
        return String.join(STEP, directory.ancestors(unit.id()).reversed().stream().map(Unit::name).toList());
    }

    String of(Person person) {
        boolean isClear = Objects.requireNonNull(words().people.get(person.name())).size() == 1
                && isFree(directory.personByCode(person.name()), person) && !NAMED.matcher(person.name()).matches();
        return isClear ? person.name() : "%s (%s)".formatted(person.name(), person.code());
    }

    /** A name that is the code of another would be taken for that one. */
    private static boolean isFree(@Nullable Object holder, Object own) {
        return holder == null || holder.equals(own);
    }

    List<Person> people(String word) {
        String plain = word.strip();
        Person coded = directory.personByCode(plain);
        if (coded != null)
            return List.of(coded);
        Matcher named = NAMED.matcher(plain);
        Person inBrackets = named.matches() ? directory.personByCode(named.group(2).strip()) : null;
        if (inBrackets != null)
            return List.of(inBrackets);
        Person mailed = words().emails.get(plain.toLowerCase(Locale.ROOT));
        return mailed != null ? List.of(mailed) : words().people.getOrDefault(plain, List.of());
    }

    String of(Unit unit) {
        boolean isPlain = !unit.name().contains(STEP);
        if (isPlain && Objects.requireNonNull(words().units.get(unit.name())).size() == 1
                && isFree(directory.unitByCode(unit.name()), unit))
            return unit.name();
        String way = way(unit);
        boolean isClear = isPlain && way.contains(STEP) && Objects.requireNonNull(words().ways.get(way)).size() == 1;
        return isClear ? way : unit.code();
    }

    List<Unit> units(String word) {
        String plain = word.strip();
        Unit coded = directory.unitByCode(plain);
        if (coded != null)
            return List.of(coded);
        Matcher named = NAMED.matcher(plain);
        Unit inBrackets = named.matches() ? directory.unitByCode(named.group(2).strip()) : null;
        if (inBrackets != null)
            return List.of(inBrackets);
        List<Unit> byName = words().units.getOrDefault(plain, List.of());
        return byName.isEmpty() ? words().ways.getOrDefault(plain, List.of()) : byName;
    }
}

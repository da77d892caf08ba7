package io.huoji.platform.org;

import static org.assertj.core.api.Assertions.assertThat;

import io.huoji.platform.access.Permission;
import io.huoji.platform.access.RowScope;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DirectoryTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Role LEAD = role(Role.LEAD, Scope.UNIT_AND_BELOW);
    private static final Role STAFF = role("staff", Scope.OWN);
    private static final Role CLERK = role("clerk", Scope.REPORTS);

    private final Unit hq = unit("hq", null);
    private final Unit east = unit("east", hq);
    private final Unit shanghai = unit("shanghai", east);
    private final Unit west = unit("west", hq);

    @Test
    void takesTheManagerForTheLeadElseTheNearestLeadUpwards() {
        Person top = person("top", hq, null, LEAD);
        Person boss = person("boss", east, null, LEAD);
        Person worker = person("worker", shanghai, null, STAFF);
        Person managed = person("managed", shanghai, top, STAFF);
        Directory directory = directory(top, boss, worker, managed);
        assertThat(directory.leadOf(worker.id(), TODAY)).isEqualTo(boss.id());
        assertThat(directory.leadOf(managed.id(), TODAY)).isEqualTo(top.id());
        assertThat(directory.leadOf(boss.id(), TODAY)).isEqualTo(top.id());
        assertThat(directory.leadOf(top.id(), TODAY)).isNull();
    }

    @Test
    void passesOverLeadersWhoLeft() {
        Person boss = gone(person("boss", east, null, LEAD));
        Person top = person("top", hq, null, LEAD);
        Person worker = person("worker", east, boss, STAFF);
        assertThat(directory(boss, top, worker).leadOf(worker.id(), TODAY)).isEqualTo(top.id());
        assertThat(directory(boss, top, worker).permissionsOf(boss)).isEmpty();
        assertThat(directory(boss, top, worker).scopeOf(boss, TODAY)).isEqualTo(RowScope.NOTHING);
    }

    @Test
    void knowsWhereSomebodyStoodOnADay() {
        LocalDate moved = LocalDate.of(2026, 3, 1);
        Person mover = with(person("mover", east, null, STAFF), List.of(
                new Membership(UUID.randomUUID(), east.id(), null, moved),
                new Membership(UUID.randomUUID(), west.id(), moved, null)));
        Directory directory = directory(mover);
        assertThat(directory.unitAt(mover.id(), moved.minusDays(1))).isEqualTo(east.id());
        assertThat(directory.unitAt(mover.id(), moved)).isEqualTo(west.id());
        assertThat(directory.unitAt(UUID.randomUUID(), moved)).isNull();
    }

    @Test
    void givesALeadTheUnitsBelowAndWhoNamesThemAsManager() {
        Person boss = person("boss", east, null, LEAD);
        Person far = person("far", west, boss, STAFF);
        Person farther = person("farther", west, far, STAFF);
        RowScope scope = directory(boss, far, farther).scopeOf(boss, TODAY);
        assertThat(scope.units()).containsExactlyInAnyOrder(east.id(), shanghai.id());
        assertThat(scope.people()).containsExactlyInAnyOrder(boss.id(), far.id(), farther.id());
    }

    @Test
    void followsTheChainOfManagersOnce() {
        Person one = person("one", east, null, CLERK);
        Person two = person("two", east, one, STAFF);
        Person three = person("three", east, two, STAFF);
        Directory directory = directory(one, two, three);
        assertThat(directory.reportsBelow(one.id())).containsExactlyInAnyOrder(two.id(), three.id());
        assertThat(directory.scopeOf(one, TODAY).units()).isEmpty();
        assertThat(directory.scopeOf(one, TODAY).people()).hasSize(3);
    }

    @Test
    void movesFromADayAndDropsWhatWasPlannedForLater() {
        LocalDate may = LocalDate.of(2026, 5, 1);
        List<Membership> before = List.of(new Membership(UUID.randomUUID(), east.id(), null, may),
                new Membership(UUID.randomUUID(), west.id(), may, null));
        List<Membership> after = Stays.transfer(before, shanghai.id(), may.minusMonths(1));
        assertThat(after).extracting(Membership::unit).containsExactly(east.id(), shanghai.id());
        assertThat(after.getFirst().to()).isEqualTo(may.minusMonths(1));
        assertThat(Stays.firstDifference(before, after)).isEqualTo(may.minusMonths(1));
        assertThat(Stays.transfer(before, east.id(), may)).hasSize(1);
    }

    @Property(tries = 200)
    void agreesWithANaiveWalkOnWhatIsBelowAndWhoLeads(@ForAll long seed) {
        Random random = new Random(seed);
        List<Unit> units = new ArrayList<>(List.of(unit("u0", null)));
        for (int n = 1; n < 1 + random.nextInt(25); n++)
            units.add(unit("u" + n, units.get(random.nextInt(units.size()))));
        List<Person> people = new ArrayList<>();
        for (int n = 0; n < random.nextInt(20); n++) {
            Person manager = people.isEmpty() || random.nextInt(3) > 0
                    ? null
                    : people.get(random.nextInt(people.size()));
            Person person = person("p" + n, units.get(random.nextInt(units.size())), manager,
                    random.nextInt(4) == 0 ? LEAD : STAFF);
            people.add(random.nextInt(8) == 0 ? gone(person) : person);
        }
        Directory directory = new Directory(units, people, List.of(LEAD, STAFF));
        for (Unit unit : units)
            assertThat(directory.withBelow(unit.id())).isEqualTo(naiveBelow(units, unit.id()));
        for (Person person : people)
            assertThat(directory.leadOf(person.id(), TODAY)).isEqualTo(naiveLead(units, people, person));
    }

    private static Set<UUID> naiveBelow(List<Unit> units, UUID top) {
        Set<UUID> below = new HashSet<>(Set.of(top));
        boolean grew = true;
        while (grew) {
            grew = false;
            for (Unit unit : units)
                grew |= below.contains(unit.parent()) && below.add(unit.id());
        }
        return below;
    }

    private static @Nullable UUID naiveLead(List<Unit> units, List<Person> people, Person person) {
        for (Person other : people)
            if (other.id().equals(person.manager()) && other.active())
                return other.id();
        UUID at = person.unitAt(TODAY);
        while (at != null) {
            UUID here = at;
            UUID lead = people.stream()
                    .filter(it -> it.active() && !it.equals(person) && here.equals(it.unitAt(TODAY))
                            && it.grants().getFirst().role().equals(LEAD.id()))
                    .min(java.util.Comparator.comparing(Person::code))
                    .map(Person::id)
                    .orElse(null);
            if (lead != null)
                return lead;
            at = units.stream().filter(it -> it.id().equals(here)).findFirst().orElseThrow().parent();
        }
        return null;
    }

    private Directory directory(Person... people) {
        return new Directory(List.of(hq, east, shanghai, west), List.of(people), List.of(LEAD, STAFF, CLERK));
    }

    private static Unit unit(String code, @Nullable Unit parent) {
        return new Unit(UUID.randomUUID(), code, code, parent == null ? null : parent.id(), "unit", 0);
    }

    private static Person person(String code, Unit unit, @Nullable Person manager, Role role) {
        return new Person(UUID.randomUUID(), code, code, code, null, null, manager == null ? null : manager.id(),
                Map.of(), true, 1, List.of(new Membership(UUID.randomUUID(), unit.id(), null, null)),
                List.of(new Grant(role.id(), null)));
    }

    private static Person gone(Person person) {
        return new Person(person.id(), person.code(), person.name(), person.nameKey(), null, null, person.manager(),
                Map.of(), false, 1, person.memberships(), person.grants());
    }

    private static Person with(Person person, List<Membership> memberships) {
        return new Person(person.id(), person.code(), person.name(), person.nameKey(), null, null, person.manager(),
                Map.of(), true, 1, memberships, person.grants());
    }

    private static Role role(String key, Scope scope) {
        return new Role(UUID.randomUUID(), key, key, RoleClass.KNOWLEDGE, scope, Set.of(),
                Set.of(Permission.PEOPLE_READ), true);
    }
}

package io.huoji.platform.org;

import io.huoji.platform.kernel.Misuse;
import io.huoji.platform.kernel.Problem;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What must hold between a changed person and everybody else. */
final class PersonRules {

    private final Rights rights;
    private final Map<UUID, Person> overlay = new HashMap<>();
    private final Map<String, UUID> emails = new HashMap<>();
    private final Map<String, UUID> mobiles = new HashMap<>();
    private final Map<String, UUID> externalIds = new HashMap<>();

    /** @param changed people as they will be, beside those of the directory */
    PersonRules(Rights rights, Collection<Person> changed) {
        this.rights = rights;
        changed.forEach(person -> overlay.put(person.id(), person));
        rights.directory().people().stream().filter(it -> !overlay.containsKey(it.id())).forEach(this::index);
    }

    private void index(Person person) {
        if (person.email() != null)
            emails.putIfAbsent(person.email(), person.id());
        if (person.mobile() != null)
            mobiles.putIfAbsent(person.mobile(), person.id());
        person.externalIds().forEach((type, id) -> externalIds.putIfAbsent(type + '\n' + id, person.id()));
    }

    /** Notes all that is wrong; the first of several with the same e-mail keeps it. */
    void check(PersonChange change, Findings findings) {
        Person after = change.after();
        unique("email", emails, after.email(), after, findings);
        unique("mobile", mobiles, after.mobile(), after, findings);
        after.externalIds().forEach((type, id) -> {
            UUID holder = externalIds.get(type + '\n' + id);
            if (holder != null && !holder.equals(after.id()))
                findings.add("externalIds." + type, "taken", Map.of("value", id));
        });
        if (managesItself(after))
            findings.add("manager", "manager-circle");
        checkGrants(change, findings);
        index(after);
    }

    private static void unique(String field, Map<String, UUID> holders, @Nullable String value, Person person,
            Findings findings) {
        UUID holder = value == null ? null : holders.get(value);
        if (holder != null && !holder.equals(person.id()))
            findings.add(field, "taken", Map.of("value", Objects.requireNonNull(value)));
    }

    private boolean managesItself(Person person) {
        Set<UUID> seen = new HashSet<>();
        for (UUID step = person.manager(); step != null && seen.add(step); step = managerOf(step))
            if (step.equals(person.id()))
                return true;
        return false;
    }

    private @Nullable UUID managerOf(UUID id) {
        Person person = overlay.containsKey(id) ? overlay.get(id) : rights.directory().person(id);
        return person == null ? null : person.manager();
    }

    /** Every grant that is given, taken or comes to reach further must be the viewer's to hand on. */
    private void checkGrants(PersonChange change, Findings findings) {
        Person after = change.after();
        Person before = change.before();
        for (int index = 0; index < after.grants().size(); index++) {
            Grant grant = after.grants().get(index);
            boolean isOld = before != null && before.grants().contains(grant)
                    && before.active() == after.active()
                    && Objects.equals(before.unitAt(rights.today()), after.unitAt(rights.today()));
            if (!isOld && !rights.mayHandOn(after, grant))
                findings.add("roles[" + index + "].role", "not-yours-to-grant", Map.of("role", nameOf(grant)));
        }
        if (before != null)
            before.grants()
                    .stream()
                    .filter(grant -> !after.grants().contains(grant) && !rights.mayHandOn(before, grant))
                    .forEach(grant -> findings.add("roles", "not-yours-to-grant", Map.of("role", nameOf(grant))));
    }

    private String nameOf(Grant grant) {
        Role role = rights.directory().role(grant.role());
        return role == null ? "" : role.name();
    }

    /** A tenant keeps somebody who can sign in and do everything. */
    void keepAnAdmin(Collection<PersonChange> changes, Set<UUID> withAccount) {
        Role admin = rights.directory().roleByKey(Role.ADMIN);
        if (admin == null || changes.stream().noneMatch(it -> it.before() != null && isAdmin(it.before(), admin)
                && !isAdmin(it.after(), admin)))
            return;
        boolean remains = rights.directory()
                .people()
                .stream()
                .map(person -> overlay.getOrDefault(person.id(), person))
                .anyMatch(person -> isAdmin(person, admin) && withAccount.contains(person.id()));
        if (!remains)
            throw new Misuse.Conflict(Problem.at("", "last-admin"));
    }

    private static boolean isAdmin(Person person, Role admin) {
        return person.active() && person.grants().stream().anyMatch(grant -> grant.role().equals(admin.id()));
    }
}

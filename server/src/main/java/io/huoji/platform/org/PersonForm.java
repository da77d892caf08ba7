package io.huoji.platform.org;

import io.huoji.platform.kernel.Ids;
import io.huoji.platform.org.PersonInput.GrantInput;
import io.huoji.platform.org.PersonInput.MembershipInput;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Makes a person of what a caller says and of what was there, noting all that is wrong by itself. */
final class PersonForm {

    private static final int MOST_EXTERNAL_IDS = 20;

    private final Rights rights;
    private final Function<JsonNode, @Nullable UUID> managers;
    private final Findings findings;

    /** @param managers finds the person that a manager's reference names */
    PersonForm(Rights rights, Function<JsonNode, @Nullable UUID> managers, Findings findings) {
        this.rights = rights;
        this.managers = managers;
        this.findings = findings;
    }

    /** @param code a valid code, free or the person's own */
    Person fill(@Nullable Person before, UUID id, String code, PersonInput input) {
        String name = before != null && input.name() == null ? before.name() : findings.name("name", input.name());
        return new Person(id, code, name, NameKeys.ofPerson(name),
                contact("email", input.email(), before == null ? null : before.email(), Contacts::email),
                contact("mobile", input.mobile(), before == null ? null : before.mobile(), Contacts::mobile),
                manager(input.manager(), before == null ? null : before.manager(), id),
                externalIds(input.externalIds(), before),
                input.active() == null ? before == null || before.active() : input.active(),
                before == null ? 1 : before.version() + 1, memberships(before, input), grants(before, input));
    }

    private @Nullable String contact(String field, @Nullable JsonNode asked, @Nullable String before,
            Function<String, @Nullable String> plain) {
        if (asked == null)
            return before;
        if (asked.isNull() || (asked.isString() && asked.asString().isBlank()))
            return null;
        String contact = asked.isString() ? plain.apply(asked.asString()) : null;
        if (contact == null)
            findings.add(field, "bad-" + field);
        return contact;
    }

    private @Nullable UUID manager(@Nullable JsonNode asked, @Nullable UUID before, UUID self) {
        if (asked == null)
            return before;
        if (asked.isNull())
            return null;
        UUID manager = managers.apply(asked);
        if (manager == null)
            findings.add("manager", "unknown-person", References.as(asked));
        else if (manager.equals(self))
            findings.add("manager", "own-manager");
        return manager;
    }

    private Map<String, String> externalIds(@Nullable Map<String, String> asked, @Nullable Person before) {
        if (asked == null)
            return before == null ? Map.of() : before.externalIds();
        if (asked.size() > MOST_EXTERNAL_IDS)
            findings.add("externalIds", "too-many-items", Map.of("max", MOST_EXTERNAL_IDS));
        for (Map.Entry<String, String> entry : asked.entrySet()) {
            findings.key("externalIds." + entry.getKey(), entry.getKey());
            findings.name("externalIds." + entry.getKey(), entry.getValue());
        }
        return findings.isEmpty() ? asked : Map.of();
    }

    private List<Membership> memberships(@Nullable Person before, PersonInput input) {
        List<Membership> known = before == null ? List.of() : before.memberships();
        // Somebody without a unit is seen only by who sees the whole tenant.
        boolean standsNowhere = input.memberships() == null
                ? input.unit() == null && known.isEmpty()
                : input.memberships().isEmpty();
        if (standsNowhere && !rights.viewer().scope().all())
            findings.add("unit", "required");
        if (input.memberships() != null) {
            if (input.unit() != null)
                findings.add("unit", "unit-or-memberships");
            return listed(input.memberships());
        }
        JsonNode asked = input.unit();
        if (asked == null || asked.isNull())
            return known;
        UUID unit = unit("unit", asked, true);
        if (unit == null)
            return known;
        LocalDate from = input.unitFrom();
        if (before == null)
            return List.of(new Membership(Ids.next(), unit, from, null));
        LocalDate day = from == null ? rights.today() : from;
        return from == null && unit.equals(before.unitAt(day)) ? known : Stays.transfer(known, unit, day);
    }

    private List<Membership> listed(List<MembershipInput> asked) {
        List<Membership> stays = new ArrayList<>();
        for (int index = 0; index < asked.size(); index++) {
            MembershipInput one = asked.get(index);
            String field = "memberships[" + index + "]";
            UUID unit = unit(field + ".unit", one.unit(), true);
            if (one.from() != null && one.to() != null && !one.from().isBefore(one.to()))
                findings.add(field + ".to", "ends-before-it-begins");
            else if (unit != null)
                stays.add(new Membership(Ids.next(), unit, one.from(), one.to()));
        }
        List<Membership> inOrder = Stays.inOrder(stays);
        if (Stays.overlap(inOrder))
            findings.add("memberships", "memberships-overlap");
        return inOrder;
    }

    private List<Grant> grants(@Nullable Person before, PersonInput input) {
        if (input.roles() == null)
            return before == null ? List.of() : before.grants();
        Set<Grant> grants = new LinkedHashSet<>();
        for (int index = 0; index < input.roles().size(); index++) {
            GrantInput one = input.roles().get(index);
            String field = "roles[" + index + "]";
            Role role = one.role() == null ? null : rights.directory().roleByKey(one.role());
            if (role == null)
                findings.add(field + ".role", one.role() == null ? "required" : "unknown-role",
                        one.role() == null ? Map.of() : Map.of("value", one.role()));
            boolean isOwn = one.unit() == null || one.unit().isNull();
            UUID unit = isOwn ? null : unit(field + ".unit", one.unit(), false);
            if (role != null && (isOwn || unit != null))
                grants.add(new Grant(role.id(), unit));
        }
        return List.copyOf(grants);
    }

    /** @param needsScope whether the viewer must hold the unit, or only know it */
    private @Nullable UUID unit(String field, @Nullable JsonNode asked, boolean needsScope) {
        if (asked == null || asked.isNull()) {
            findings.add(field, "required");
            return null;
        }
        Unit unit = References.unit(rights.directory(), asked);
        if (unit == null || !rights.knownUnits().contains(unit.id())) {
            findings.add(field, "unknown-unit", References.as(asked));
            return null;
        }
        if (needsScope && !rights.holds(unit.id()))
            findings.add(field, "beyond-scope", Map.of("unit", unit.name()));
        return unit.id();
    }
}

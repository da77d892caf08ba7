package io.huoji.platform.org;

import io.huoji.platform.access.Viewer;
import io.huoji.platform.kernel.Ids;
import io.huoji.platform.kernel.Misuse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;

/** Takes people in, changes and moves them, lets them go. */
@Service
class People {

    private final OrgChanges changes;
    private final PersonStore store;
    private final Today today;

    People(OrgChanges changes, PersonStore store, Today today) {
        this.changes = changes;
        this.store = store;
        this.today = today;
    }

    Person create(Viewer viewer, PersonInput input) {
        LocalDate day = today.of(viewer.tenant());
        return changes.make(viewer.tenant(), directory -> {
            Rights rights = new Rights(viewer, directory, day);
            Findings findings = new Findings();
            String code = freshCode(directory, input, findings);
            Person person = form(rights, findings).fill(null, Ids.next(), code, input);
            return stored(rights, new PersonChange(null, person), findings);
        });
    }

    /** @param version the version that the caller has seen; null = whatever it is */
    Person change(Viewer viewer, String codeOrId, PersonInput input, @Nullable Long version) {
        LocalDate day = today.of(viewer.tenant());
        return changes.make(viewer.tenant(), directory -> {
            Rights rights = new Rights(viewer, directory, day);
            Person before = rights.person(codeOrId);
            if (version != null && version != before.version())
                throw new Misuse.Stale(before.version());
            Findings findings = new Findings();
            String code = changedCode(directory, before, input.code(), findings);
            Person after = form(rights, findings).fill(before, before.id(), code, input);
            return stored(rights, new PersonChange(before, after), findings);
        });
    }

    Person transfer(Viewer viewer, String codeOrId, @Nullable JsonNode unit, @Nullable LocalDate from,
            @Nullable Long version) {
        Findings findings = new Findings();
        if (unit == null || unit.isNull())
            findings.add("unit", "required");
        if (from == null)
            findings.add("from", "required");
        findings.orRefuse();
        return change(viewer, codeOrId,
                new PersonInput(null, null, null, null, null, null, null, unit, from, null, null),
                version);
    }

    private Person stored(Rights rights, PersonChange change, Findings findings) {
        PersonRules rules = new PersonRules(rights, List.of(change.after()));
        if (findings.isEmpty())
            rules.check(change, findings);
        findings.orRefuse();
        store.save(rights, rules, List.of(change));
        return change.after();
    }

    private static PersonForm form(Rights rights, Findings findings) {
        return new PersonForm(rights, reference -> {
            Person manager = References.person(rights.directory(), reference);
            return manager == null || !rights.knows(manager) ? null : manager.id();
        }, findings);
    }

    private static String freshCode(Directory directory, PersonInput input, Findings findings) {
        String asked = input.code();
        if (asked == null)
            return Codes.of(input.name() == null ? "" : input.name(), "person",
                    code -> directory.personByCode(code) != null);
        findings.key("code", asked);
        if (directory.personByCode(asked) != null)
            findings.add("code", "taken", Map.of("value", asked));
        return asked;
    }

    private static String changedCode(Directory directory, Person before, @Nullable String asked, Findings findings) {
        if (asked == null)
            return before.code();
        findings.key("code", asked);
        Person holder = directory.personByCode(asked);
        if (holder != null && !holder.id().equals(before.id()))
            findings.add("code", "taken", Map.of("value", asked));
        return asked;
    }
}

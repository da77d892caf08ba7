package io.huoji.platform.org;

import io.huoji.platform.access.Viewer;
import io.huoji.platform.kernel.Ids;
import io.huoji.platform.kernel.Misuse;
import io.huoji.platform.kernel.Problem;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;

/** Builds and rebuilds the unit tree. */
@Service
public class Units {

    private static final String DEFAULT_KIND = "department";

    private final OrgChanges changes;
    private final OrgRepository repository;
    private final Today today;
    private final ObjectProvider<UnitUse> uses;

    Units(OrgChanges changes, OrgRepository repository, Today today, ObjectProvider<UnitUse> uses) {
        this.changes = changes;
        this.repository = repository;
        this.today = today;
        this.uses = uses;
    }

    public Unit create(Viewer viewer, UnitInput input) {
        LocalDate day = today.of(viewer.tenant());
        return changes.make(viewer.tenant(), directory -> {
            Unit unit = checked(new Rights(viewer, directory, day), null, input);
            repository.insert(viewer.tenant(), unit);
            return unit;
        });
    }

    public Unit change(Viewer viewer, String codeOrId, UnitInput input) {
        LocalDate day = today.of(viewer.tenant());
        return changes.make(viewer.tenant(), directory -> {
            Rights rights = new Rights(viewer, directory, day);
            Unit unit = checked(rights, rights.ownUnit(codeOrId), input);
            repository.update(viewer.tenant(), unit);
            return unit;
        });
    }

    /** Deletes an empty unit; one where people stand or stood, or that anything names, stays. */
    void delete(Viewer viewer, String codeOrId) {
        LocalDate day = today.of(viewer.tenant());
        try {
            changes.make(viewer.tenant(), directory -> {
                Unit unit = new Rights(viewer, directory, day).ownUnit(codeOrId);
                refuseUsed(directory, unit);
                if (uses.stream().anyMatch(use -> use.uses(viewer.tenant(), unit.id())))
                    throw new Misuse.Conflict(Problem.at("", "unit-in-use"));
                repository.deleteUnit(viewer.tenant(), unit.id());
                return unit;
            });
        } catch (DataIntegrityViolationException named) {
            throw new Misuse.Conflict(Problem.at("", "unit-in-use"));
        }
    }

    private static void refuseUsed(Directory directory, Unit unit) {
        if (unit.parent() == null)
            throw new Misuse.Conflict(Problem.at("", "root-unit"));
        if (directory.withBelow(unit.id()).size() > 1)
            throw new Misuse.Conflict(Problem.at("", "unit-has-units"));
        long people = directory.people().stream().filter(person -> names(person, unit.id())).count();
        if (people > 0)
            throw new Misuse.Conflict(Problem.at("", "unit-has-people", Map.of("people", people)));
        if (directory.roles().stream().anyMatch(role -> role.listedUnits().contains(unit.id())))
            throw new Misuse.Conflict(Problem.at("", "unit-in-use"));
    }

    private static boolean names(Person person, UUID unit) {
        return person.memberships().stream().anyMatch(it -> it.unit().equals(unit))
                || person.grants().stream().anyMatch(it -> unit.equals(it.unit()));
    }

    private static Unit checked(Rights rights, @Nullable Unit before, UnitInput input) {
        Findings findings = new Findings();
        Directory directory = rights.directory();
        String name = before != null && input.name() == null ? before.name() : findings.name("name", input.name());
        String code = code(directory, before, input.code(), name, findings);
        String kind = input.kind() == null
                ? before == null ? DEFAULT_KIND : before.kind()
                : findings.key("kind", input.kind());
        UUID id = before == null ? Ids.next() : before.id();
        UUID parent = parent(rights, before, input.parent(), findings);
        int position = input.position() == null ? before == null ? 0 : before.position() : input.position();
        findings.orRefuse();
        return new Unit(id, code, name, parent, kind, position);
    }

    private static String code(Directory directory, @Nullable Unit before, @Nullable String asked, String name,
            Findings findings) {
        if (asked == null)
            return before == null
                    ? Codes.of(name, "unit", code -> directory.unitByCode(code) != null)
                    : before.code();
        Unit holder = directory.unitByCode(findings.key("code", asked));
        if (holder != null && (before == null || !holder.id().equals(before.id())))
            findings.add("code", "taken", Map.of("value", asked));
        return asked;
    }

    private static @Nullable UUID parent(Rights rights, @Nullable Unit before, @Nullable JsonNode asked,
            Findings findings) {
        if (asked == null && before != null)
            return before.parent();
        if (asked == null || asked.isNull()) {
            // A tenant has one root: a unit without parent hangs below it.
            Unit root = rights.directory().units().getFirst();
            return before != null && before.parent() == null ? null : place(rights, before, root, findings);
        }
        Unit parent = References.unit(rights.directory(), asked);
        if (parent == null || !rights.knownUnits().contains(parent.id())) {
            findings.add("parent", "unknown-unit", References.as(asked));
            return null;
        }
        return place(rights, before, parent, findings);
    }

    private static UUID place(Rights rights, @Nullable Unit before, Unit parent, Findings findings) {
        if (before != null && parent.id().equals(before.parent()))
            return parent.id();
        if (before != null && before.parent() == null)
            findings.add("parent", "root-unit");
        else if (before != null && rights.directory().withBelow(before.id()).contains(parent.id()))
            findings.add("parent", "below-itself", Map.of("unit", parent.name()));
        else if (!rights.holds(parent.id()))
            findings.add("parent", "beyond-scope", Map.of("unit", parent.name()));
        return parent.id();
    }
}

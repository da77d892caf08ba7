package io.huoji.platform.org;

import io.huoji.platform.access.Permission;
import io.huoji.platform.access.Viewer;
import io.huoji.platform.kernel.Misuse;
import io.huoji.platform.kernel.Problem;
import io.huoji.platform.org.PersonInput.GrantInput;
import io.huoji.platform.tenant.TenantId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import tools.jackson.databind.node.StringNode;

/** Invented units and people that come with sample data, and their complete removal. */
@Service
public class SampleOrganisations {

    /**
     * An invented unit.
     *
     * @param parent code of the unit above; null: the root
     */
    public record SampleUnit(String code, String name, String kind, @Nullable String parent) {}

    /**
     * Somebody who stands in a unit since ever.
     *
     * @param manager code of the one to whom the person reports
     */
    public record SamplePerson(String code, String name, String unit, List<String> roles, @Nullable String manager) {}

    private final Units units;
    private final PeopleBatch people;
    private final OrgChanges changes;
    private final SampleOrganisationRepository repository;
    private final ApplicationEventPublisher publisher;

    SampleOrganisations(Units units, PeopleBatch people, OrgChanges changes, SampleOrganisationRepository repository,
            ApplicationEventPublisher publisher) {
        this.units = units;
        this.people = people;
        this.changes = changes;
        this.repository = repository;
        this.publisher = publisher;
    }

    public UUID make(Viewer viewer, SampleUnit unit) {
        viewer.needs(Permission.PEOPLE_WRITE);
        return units.create(viewer, new UnitInput(unit.code(), unit.name(),
                unit.parent() == null ? null : StringNode.valueOf(unit.parent()), unit.kind(), null)).id();
    }

    /** All of them or none. */
    public List<UUID> make(Viewer viewer, List<SamplePerson> wanted) {
        viewer.needs(Permission.PEOPLE_WRITE);
        var outcomes = people.take(viewer, wanted.stream().map(SampleOrganisations::input).toList(),
                PeopleBatch.OnExisting.COMPARE, true);
        List<Problem> problems = new ArrayList<>();
        List<UUID> made = new ArrayList<>();
        for (var outcome : outcomes) {
            if (outcome.errors() != null)
                outcome.errors().forEach(problem -> problems.add(problem.under("people[" + outcome.index() + "]")));
            if (outcome.id() != null)
                made.add(outcome.id());
        }
        if (!problems.isEmpty())
            throw new Misuse.Refused(problems);
        return made;
    }

    private static PersonInput input(SamplePerson person) {
        return new PersonInput(person.code(), person.name(), null, null,
                person.manager() == null ? null : StringNode.valueOf(person.manager()), Map.of(), null,
                StringNode.valueOf(person.unit()), null,
                person.roles().stream().map(role -> new GrantInput(role, null)).toList(), null);
    }

    /**
     * Deletes these people with everything that stands only for them. Who can sign in, or could once, has become real and stays.
     *
     * @return those who are gone
     */
    public Set<UUID> erasePeople(TenantId tenant, Collection<UUID> sample) {
        return changes.make(tenant, directory -> {
            Set<UUID> gone = new HashSet<>(sample);
            gone.removeAll(repository.withAccount(tenant, sample));
            publisher.publishEvent(new PeopleErased(tenant, gone));
            repository.deletePeople(tenant, gone);
            return gone;
        });
    }

    /**
     * Deletes these units from below; one where somebody stands or stood, or that has units of others below it, stays.
     *
     * @return those that are gone
     */
    public Set<UUID> eraseUnits(TenantId tenant, Collection<UUID> sample) {
        return changes.make(tenant, directory -> {
            Set<UUID> gone = new HashSet<>();
            Set<UUID> left = new HashSet<>(sample);
            for (Set<UUID> now = repository.deleteUnusedUnits(tenant, left); !now.isEmpty();) {
                gone.addAll(now);
                left.removeAll(now);
                now = repository.deleteUnusedUnits(tenant, left);
            }
            return gone;
        });
    }
}

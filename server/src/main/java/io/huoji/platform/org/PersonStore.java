package io.huoji.platform.org;

import io.huoji.platform.event.Events;
import io.huoji.platform.tenant.TenantId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Stores checked changes of people and tells whoever must know. */
@Component
class PersonStore {

    private final PersonRepository people;
    private final OrgRepository org;
    private final Events events;
    private final ApplicationEventPublisher publisher;

    PersonStore(PersonRepository people, OrgRepository org, Events events, ApplicationEventPublisher publisher) {
        this.people = people;
        this.org = org;
        this.events = events;
        this.publisher = publisher;
    }

    void save(Rights rights, PersonRules rules, Collection<PersonChange> changes) {
        TenantId tenant = rights.viewer().tenant();
        if (changes.isEmpty())
            return;
        rules.keepAnAdmin(changes, people.withAccount(tenant));
        people.save(tenant, after(changes));
        List<PersonChange> moved = changes.stream().filter(PersonChange::movesMemberships).toList();
        if (!moved.isEmpty())
            people.replaceMemberships(tenant, after(moved));
        List<PersonChange> granted = changes.stream().filter(PersonChange::movesGrants).toList();
        if (!granted.isEmpty())
            org.replaceGrants(tenant, after(granted));
        announceMoves(tenant, changes);
        changes.stream()
                .filter(it -> it.before() != null && it.before().active() && !it.after().active())
                .forEach(it -> publisher.publishEvent(new PersonLeft(tenant, it.after().id())));
    }

    private void announceMoves(TenantId tenant, Collection<PersonChange> changes) {
        Map<UUID, String> moves = new LinkedHashMap<>();
        for (PersonChange change : changes) {
            LocalDate from = change.unitDiffersFrom();
            if (from != null)
                moves.put(change.after().id(), "{\"person\":\"%s\",\"from\":%s}".formatted(change.after().id(),
                        from.equals(LocalDate.MIN) ? "null" : "\"" + from + "\""));
        }
        if (moves.isEmpty())
            return;
        people.announce(tenant, moves);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                events.wake(tenant);
            }
        });
    }

    private static List<Person> after(Collection<PersonChange> changes) {
        return changes.stream().map(PersonChange::after).toList();
    }
}

package io.huoji.performance.action;

import io.huoji.performance.business.BusinessEvent;
import io.huoji.performance.business.BusinessParticipant;
import io.huoji.platform.access.Viewer;
import io.huoji.platform.kernel.Ids;
import io.huoji.platform.org.Directories;
import io.huoji.platform.org.Directory;
import io.huoji.platform.org.Person;
import io.huoji.platform.tenant.Tenant;
import io.huoji.platform.tenant.TenantId;
import io.huoji.platform.tenant.Tenants;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Expects what follows from business events, past ones included, in the transaction that takes them. */
@Component
class EventExpectations implements BusinessParticipant {

    private final Nodes nodes;
    private final Ledger ledger;
    private final ObjectActions actions;
    private final Directories directories;
    private final Tenants tenants;
    private final Clock clock;

    EventExpectations(Nodes nodes, Ledger ledger, ObjectActions actions, Directories directories, Tenants tenants,
            Clock clock) {
        this.nodes = nodes;
        this.ledger = ledger;
        this.actions = actions;
        this.directories = directories;
        this.tenants = tenants;
        this.clock = clock;
    }

    @Override
    public void happened(TenantId tenant, List<BusinessEvent> events) {
        var pass = new Pass(tenants.byId(tenant), directories.of(tenant), nodes.of(tenant), clock.instant());
        ledger.expect(tenant, events.stream().flatMap(pass::of).toList());
    }

    @Override
    public void present(Viewer viewer, UUID object, ObjectNode answer) {
        actions.present(viewer, object, answer);
    }

    private record Pass(Tenant tenant, Directory directory, Anchors anchors, Instant now) {

        Stream<NewExpectation> of(BusinessEvent event) {
            return anchors.awaiting(event.type()).stream().flatMap(node -> of(event, node));
        }

        private Stream<NewExpectation> of(BusinessEvent event, Node node) {
            var day = tenant.dayOf(event.occurredAt());
            var version = node.current();
            if (!version.isValidOn(day) || !(version.trigger() instanceof Trigger.OnEvent trigger)) {
                return Stream.of();
            }
            var window = Window.ofEvent(event.occurredAt(), trigger.dueAfter(), version, tenant.zone());
            return new Assignees(directory, day).ofEvent(version.assignee(), event.actor(), event.owner())
                    .stream()
                    .filter(person -> person.active() || window.due().isBefore(now))
                    .map(person -> row(event, node, version, window, person));
        }

        private NewExpectation row(BusinessEvent event, Node node, NodeVersion version, Window window, Person person) {
            var unit = Assignees.unitOn(directory, person.id(), window.countsOn(),
                    tenant.dayOf(event.occurredAt()));
            return new NewExpectation(Ids.next(), node.id(), version.version(), person.id(), unit, event.object(),
                    "event:" + event.id(), window);
        }
    }
}

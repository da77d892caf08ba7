package io.huoji.edge.embed;

import io.huoji.performance.action.Node;
import io.huoji.performance.action.Nodes;
import io.huoji.performance.business.BusinessObject;
import io.huoji.performance.business.BusinessObjects;
import io.huoji.platform.access.Permission;
import io.huoji.platform.access.Viewer;
import io.huoji.platform.kernel.Ids;
import io.huoji.platform.kernel.Misuse;
import io.huoji.platform.kernel.Problem;
import io.huoji.platform.org.Directories;
import io.huoji.platform.org.Directory;
import io.huoji.platform.org.Person;
import io.huoji.platform.table.Table;
import io.huoji.platform.table.Tables;
import io.huoji.platform.tenant.Tenant;
import io.huoji.platform.tenant.TenantTransactions;
import io.huoji.platform.tenant.Tenants;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Tickets are handed to the back end of a page and come back from its box. */
@Service
class Tickets {

    private static final Duration VALID = Duration.ofMinutes(10);

    private final TicketRepository repository;
    private final Nodes nodes;
    private final Tables tables;
    private final BusinessObjects objects;
    private final Directories directories;
    private final Tenants tenants;
    private final TenantTransactions transactions;
    private final Clock clock;

    Tickets(TicketRepository repository, Nodes nodes, Tables tables, BusinessObjects objects, Directories directories,
            Tenants tenants, TenantTransactions transactions, Clock clock) {
        this.repository = repository;
        this.nodes = nodes;
        this.tables = tables;
        this.objects = objects;
        this.directories = directories;
        this.tenants = tenants;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What a page asks for, as the API takes it. */
    record Wish(Name node, @Nullable Name object, Name actor, String origin) {}

    /** A ticket just made; the secret is shown this once. */
    record Issued(TicketSecret secret, Instant expiresAt) {}

    Issued issue(Viewer viewer, Wish wish) {
        viewer.needs(Permission.EMBED_TICKETS);
        Tenant tenant = tenants.byId(viewer.tenant());
        Node node = node(viewer, wish.node());
        Person actor = actor(viewer, tenant, wish.actor());
        UUID object = wish.object() == null ? null : object(viewer, wish.object()).id();
        if (!tenant.embedOrigins().contains(wish.origin()))
            throw new Misuse.Refused(Problem.at("origin", "origin-not-allowed", Map.of("origin", wish.origin())));
        Instant now = clock.instant();
        TicketSecret secret = TicketSecret.fresh();
        Ticket ticket = new Ticket(viewer.tenant(), Ids.next(), node.id(), object, actor.id(), wish.origin(),
                viewer.caller(), now, now.plus(VALID), null, Ids.next());
        transactions.run(viewer.tenant(), () -> repository.insert(ticket, secret));
        return new Issued(secret, ticket.expiresAt());
    }

    private Node node(Viewer viewer, Name wanted) {
        Node node = wanted.id() == null
                ? nodes.byKey(viewer.tenant(), wanted.word())
                : nodes.byId(viewer.tenant(), wanted.id());
        if (node == null || node.isDeleted())
            throw new Misuse.NotFound("node", wanted);
        Table table = tables.find(viewer.tenant(), node.table());
        if (table == null || BoxForm.of(table).levels().isEmpty())
            throw new Misuse.Refused(Problem.at("node", "node-without-levels", Map.of("node", node.name())));
        return node;
    }

    private Person actor(Viewer viewer, Tenant tenant, Name wanted) {
        Directory directory = directories.of(viewer.tenant());
        Person person = wanted.id() != null
                ? directory.person(wanted.id())
                : wanted.type() != null
                        ? directory.personByExternalId(wanted.type(), wanted.word())
                        : directory.personByCode(wanted.word());
        boolean isKnown = person != null && person.active()
                && viewer.scope().covers(person.unitAt(tenant.dayOf(clock.instant())), person.id());
        if (person == null || !isKnown)
            throw new Misuse.NotFound("person", wanted);
        return person;
    }

    private BusinessObject object(Viewer viewer, Name wanted) {
        if (wanted.type() != null)
            return objects.one(viewer, wanted.type(), wanted.word());
        return wanted.id() == null
                ? notFound(wanted)
                : objects.byIds(viewer.tenant(), List.of(wanted.id())).stream()
                        .filter(object -> objects.mayKnow(viewer, object))
                        .findFirst()
                        .orElseThrow(() -> new Misuse.NotFound("object", wanted));
    }

    private static BusinessObject notFound(Name wanted) {
        throw new Misuse.NotFound("object", wanted);
    }

    /**
     * The ticket in force behind {@code Authorization: Ticket …}, for a page of this origin.
     *
     * @param origin null when it was no page that asked
     */
    Ticket open(@Nullable String authorization, @Nullable String origin) {
        String secret = authorization != null && authorization.regionMatches(true, 0, "Ticket ", 0, 7)
                ? authorization.substring(7).strip()
                : "";
        var door = repository.find(new TicketSecret(secret), clock.instant())
                .orElseThrow(() -> new Misuse.Unauthenticated("ticket-expired"));
        Ticket ticket = transactions.in(door.tenant(), () -> repository.byId(door.tenant(), door.ticket()))
                .orElseThrow(() -> new Misuse.Unauthenticated("ticket-expired"));
        tenants.needsWritable(ticket.tenant());
        boolean isAllowed = tenants.byId(ticket.tenant()).embedOrigins().contains(ticket.origin());
        if (!isAllowed || (origin != null && !origin.equals(ticket.origin())))
            throw new Misuse.Forbidden(
                    Problem.at("", "origin-refused", Map.of("origin", origin == null ? "" : origin)));
        Person actor = directories.of(ticket.tenant()).person(ticket.actor());
        if (actor == null || !actor.active())
            throw new Misuse.Unauthenticated("ticket-expired");
        return ticket;
    }
}

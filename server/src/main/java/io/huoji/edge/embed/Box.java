package io.huoji.edge.embed;

import io.huoji.performance.action.Node;
import io.huoji.performance.action.Nodes;
import io.huoji.performance.business.BusinessObjects;
import io.huoji.platform.access.Permission;
import io.huoji.platform.access.RowScope;
import io.huoji.platform.access.Viewer;
import io.huoji.platform.file.Files;
import io.huoji.platform.file.StoredFile;
import io.huoji.platform.kernel.Ids;
import io.huoji.platform.kernel.Misuse;
import io.huoji.platform.kernel.Problem;
import io.huoji.platform.table.Draft;
import io.huoji.platform.table.Field;
import io.huoji.platform.table.Patch;
import io.huoji.platform.table.Records;
import io.huoji.platform.table.Roles;
import io.huoji.platform.table.Source;
import io.huoji.platform.table.StoredRecord;
import io.huoji.platform.table.Submission;
import io.huoji.platform.table.Table;
import io.huoji.platform.table.Tables;
import io.huoji.platform.tenant.TenantTransactions;
import java.io.InputStream;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a ticket allows: one submission of its action, something added to it, and taking it back. */
@Service
class Box {

    static final int MOST_FILES = 3;
    private static final Set<Permission> ALLOWED = Set.of(Permission.RECORDS_CREATE, Permission.RECORDS_READ,
            Permission.RECORDS_UPDATE, Permission.OBJECTS_READ);

    private final TicketRepository repository;
    private final Records records;
    private final Tables tables;
    private final Nodes nodes;
    private final BusinessObjects objects;
    private final Files files;
    private final TenantTransactions transactions;
    private final Clock clock;

    Box(TicketRepository repository, Records records, Tables tables, Nodes nodes, BusinessObjects objects, Files files,
            TenantTransactions transactions, Clock clock) {
        this.repository = repository;
        this.records = records;
        this.tables = tables;
        this.nodes = nodes;
        this.objects = objects;
        this.files = files;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What the box shows. */
    record Question(Node node, @Nullable String object, BoxForm form, @Nullable Answer answer) {}

    /** Its submission. */
    record Answer(UUID recordId, String level, boolean isNew) {}

    Question question(Ticket ticket) {
        UUID object = ticket.object();
        var card = object == null ? null : objects.cards(ticket.tenant(), List.of(object)).get(object);
        BoxForm form = form(ticket);
        return new Question(node(ticket), card == null ? null : card.name(), form,
                ticket.record() == null ? null : answer(ticket, form, ticket.record()));
    }

    /** Stores the one submission; a repeat, whatever it says, answers the first. */
    Answer submit(Ticket ticket, String level, @Nullable String note, List<UUID> fileIds) {
        BoxForm form = form(ticket);
        if (ticket.record() != null)
            return answer(ticket, form, ticket.record());
        if (form.levels().stream().noneMatch(known -> known.key().equals(level)))
            throw new Misuse.Refused(Problem.at("level", "unknown-option", Map.of("value", level)));
        Map<String, JsonNode> fields = new HashMap<>(more(ticket, form, note, fileIds));
        fields.put(form.key(Roles.SUBJECT), id(ticket.actor()));
        fields.put(form.key(Roles.NODE), id(ticket.node()));
        fields.put(form.key(Roles.OCCURRED_AT), JsonNodeFactory.instance.stringNode(clock.instant().toString()));
        fields.put(form.key(Roles.QUALITY), JsonNodeFactory.instance.stringNode(level));
        if (form.object() != null && ticket.object() != null)
            fields.put(form.object().key(), id(ticket.object()));
        return stored(ticket, form, new Draft(fields, null, Source.EMBED, ticket.nextRecord()), level);
    }

    private Answer stored(Ticket ticket, BoxForm form, Draft draft, String level) {
        try {
            return switch (records.submit(viewer(ticket), form.table().key(), draft)) {
                case Submission.Rejected rejected -> throw new Misuse.Refused(rejected.problems());
                case Submission.Accepted accepted -> {
                    UUID record = accepted.record().row().id();
                    transactions.run(ticket.tenant(), () -> repository.submitted(ticket, record));
                    yield new Answer(record, level, accepted.created());
                }
            };
        } catch (Misuse.Conflict first) {
            transactions.run(ticket.tenant(), () -> repository.submitted(ticket, ticket.nextRecord()));
            return answer(ticket, form, ticket.nextRecord());
        }
    }

    /** Adds a note and files to what was submitted. */
    Answer add(Ticket ticket, @Nullable String note, List<UUID> fileIds) {
        BoxForm form = form(ticket);
        UUID record = submitted(ticket);
        Map<String, JsonNode> fields = more(ticket, form, note, fileIds);
        if (!fields.isEmpty() && records.update(viewer(ticket), record, new Patch(fields, Source.EMBED),
                null) instanceof Submission.Rejected rejected)
            throw new Misuse.Refused(rejected.problems());
        return answer(ticket, form, record);
    }

    /** Takes the submission back; the ticket may then submit once more. */
    void takeBack(Ticket ticket) {
        records.withdraw(viewer(ticket), submitted(ticket));
        transactions.run(ticket.tenant(), () -> repository.takenBack(ticket, Ids.next()));
    }

    StoredFile store(Ticket ticket, InputStream content, String name) {
        if (form(ticket).evidence() == null)
            throw new Misuse.Refused(Problem.at("file", "box-without-files"));
        if (!transactions.in(ticket.tenant(), () -> repository.countFile(ticket, MOST_FILES)))
            throw new Misuse.Refused(Problem.at("file", "too-many-files", Map.of("max", MOST_FILES)));
        try {
            return files.store(viewer(ticket), content, name, null);
        } catch (RuntimeException refused) {
            transactions.run(ticket.tenant(), () -> repository.uncountFile(ticket));
            throw refused;
        }
    }

    private static UUID submitted(Ticket ticket) {
        if (ticket.record() == null)
            throw new Misuse.NotFound("record", "–");
        return ticket.record();
    }

    private Map<String, JsonNode> more(Ticket ticket, BoxForm form, @Nullable String note, List<UUID> fileIds) {
        Map<String, JsonNode> fields = new HashMap<>();
        if (note != null && !note.isBlank() && form.note() != null)
            fields.put(form.note().key(), JsonNodeFactory.instance.stringNode(note.strip()));
        Field evidence = form.evidence();
        if (!fileIds.isEmpty() && evidence != null)
            fields.put(evidence.key(), evidence(ticket, fileIds));
        return fields;
    }

    private ArrayNode evidence(Ticket ticket, List<UUID> ids) {
        Map<UUID, StoredFile> usable = files.usable(viewer(ticket), ids, ticket.record());
        ArrayNode items = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < ids.size(); i++) {
            StoredFile file = usable.get(ids.get(i));
            if (file == null)
                throw new Misuse.Refused(Problem.at("files[%d]".formatted(i), "file-not-of-ticket"));
            items.addObject().put("kind", file.kind()).put("file", file.id().toString());
        }
        return items;
    }

    private Answer answer(Ticket ticket, BoxForm form, UUID record) {
        StoredRecord stored = records.byId(viewer(ticket), record);
        Field quality = form.quality();
        String level = quality == null ? "" : stored.json().path("fields").path(quality.key()).asString("");
        return new Answer(record, level, false);
    }

    private BoxForm form(Ticket ticket) {
        Table table = tables.find(ticket.tenant(), node(ticket).table());
        if (table == null || table.deleted())
            throw new Misuse.NotFound("node", ticket.node());
        return BoxForm.of(table);
    }

    private Node node(Ticket ticket) {
        Node node = nodes.byId(ticket.tenant(), ticket.node());
        if (node == null || node.isDeleted())
            throw new Misuse.NotFound("node", ticket.node());
        return node;
    }

    /** The ticket fixes whom, what and about which object; so nothing but the one record is ever in its reach. */
    private static Viewer viewer(Ticket ticket) {
        return new Viewer(ticket.tenant(), ticket.id(), ticket.actor(), ALLOWED, RowScope.EVERYTHING,
                Viewer.Kind.TICKET);
    }

    private static ObjectNode id(UUID id) {
        return JsonNodeFactory.instance.objectNode().put("id", id.toString());
    }
}

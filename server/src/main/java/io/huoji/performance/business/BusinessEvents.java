package io.huoji.performance.business;

import io.huoji.platform.access.Viewer;
import io.huoji.platform.event.Events;
import io.huoji.platform.kernel.Ids;
import io.huoji.platform.kernel.Problem;
import io.huoji.platform.tenant.TenantId;
import io.huoji.platform.tenant.TenantTransactions;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;

/** What happened in the business, as other systems tell it: each event once, by its source and id. */
@Service
public class BusinessEvents {

    /** What becomes of one event; a duplicate is a success. */
    public enum Status {
        ACCEPTED, DUPLICATE, REJECTED;

        public String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * The answer to one event.
     *
     * @param source   as given; empty when none could be read
     * @param problems why it was rejected
     */
    public record Outcome(String source, String id, Status status, List<Problem> problems) {}

    private final BusinessEventRepository repository;
    private final BusinessObjects objects;
    private final BusinessTypes types;
    private final List<BusinessParticipant> participants;
    private final Events events;
    private final TenantTransactions transactions;
    private final Clock clock;

    BusinessEvents(BusinessEventRepository repository, BusinessObjects objects, BusinessTypes types,
            List<BusinessParticipant> participants, Events events, TenantTransactions transactions, Clock clock) {
        this.repository = repository;
        this.objects = objects;
        this.types = types;
        this.participants = participants;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Takes them all in one transaction: what is not rejected is stored with everything it causes. */
    public List<Outcome> take(Viewer viewer, List<JsonNode> items) {
        return transactions.in(viewer.tenant(), () -> new Intake(viewer, clock.instant()).take(items));
    }

    List<BusinessEventRepository.Listed> ofObject(TenantId tenant, UUID object, int limit) {
        return transactions.in(tenant, () -> repository.ofObject(tenant, object, limit));
    }

    /** One pass over the events of one request. */
    private final class Intake {

        private final Viewer viewer;
        private final Instant now;
        private final Types known;
        private final PersonReference people;

        Intake(Viewer viewer, Instant now) {
            this.viewer = viewer;
            this.now = now;
            this.known = types.of(viewer.tenant());
            this.people = objects.people(viewer);
        }

        List<Outcome> take(List<JsonNode> items) {
            var seen = duplicates(items);
            Outcome[] outcomes = new Outcome[items.size()];
            Map<Integer, EventDraft> drafts = new LinkedHashMap<>();
            for (int i = 0; i < outcomes.length; i++) {
                var name = EventDraft.name(items.get(i));
                if (name != null && seen.contains(name)) {
                    outcomes[i] = new Outcome(name.source(), name.id(), Status.DUPLICATE, List.of());
                    continue;
                }
                List<Problem> problems = new ArrayList<>();
                var draft = EventDraft.read(items.get(i), known, people, now, problems);
                if (draft == null) {
                    outcomes[i] = rejected(items.get(i), problems);
                } else {
                    drafts.put(i, draft);
                    seen.add(draft.name());
                }
            }
            store(drafts, items, outcomes);
            return List.of(outcomes);
        }

        private Set<EventDraft.Name> duplicates(List<JsonNode> items) {
            var names = items.stream().map(EventDraft::name).filter(Objects::nonNull).toList();
            return names.isEmpty() ? new HashSet<>() : repository.known(viewer.tenant(), names);
        }

        private void store(Map<Integer, EventDraft> drafts, List<JsonNode> items, Outcome[] outcomes) {
            var named = objects.merge(viewer, objectsOf(drafts.values()));
            Map<Integer, BusinessEventRepository.Row> rows = new LinkedHashMap<>();
            drafts.forEach((index, draft) -> {
                var object = draft.object() == null ? null : named.get(draft.object().of());
                if (object != null && !object.errors().isEmpty()) {
                    outcomes[index] = rejected(items.get(index), object.errors());
                } else {
                    rows.put(index, new BusinessEventRepository.Row(Ids.next(), draft,
                            object == null ? null : object.id()));
                }
            });
            if (rows.isEmpty()) {
                return;
            }
            var stored = repository.insert(viewer.tenant(), List.copyOf(rows.values()), now);
            rows.forEach((index, row) -> outcomes[index] = new Outcome(row.draft().name().source(),
                    row.draft().name().id(), stored.contains(row.id()) ? Status.ACCEPTED : Status.DUPLICATE,
                    List.of()));
            tell(rows.values().stream().filter(row -> stored.contains(row.id())).toList());
        }

        private List<ObjectDraft> objectsOf(Collection<EventDraft> drafts) {
            Map<ObjectName, ObjectDraft> merged = new LinkedHashMap<>();
            for (var draft : drafts) {
                if (draft.object() != null) {
                    merged.merge(draft.object().of(), draft.object(), ObjectDraft::then);
                }
            }
            return List.copyOf(merged.values());
        }

        private void tell(List<BusinessEventRepository.Row> stored) {
            if (stored.isEmpty()) {
                return;
            }
            var cards = objects.cards(viewer.tenant(),
                    stored.stream().map(BusinessEventRepository.Row::object).filter(Objects::nonNull).distinct()
                            .toList());
            var happened = stored.stream().map(row -> event(row, cards)).toList();
            participants.forEach(participant -> participant.happened(viewer.tenant(), happened));
            events.append(viewer.tenant(), "business.event", null,
                    Map.of("events", happened.stream().map(BusinessEvent::id).toList()));
        }

        private BusinessEvent event(BusinessEventRepository.Row row, Map<UUID, ObjectCard> cards) {
            var card = row.object() == null ? null : cards.get(row.object());
            return new BusinessEvent(row.id(), row.draft().type().key(), row.object(), row.draft().actor(),
                    card == null ? null : card.owner(), row.draft().occurredAt(), now);
        }
    }

    private static Outcome rejected(JsonNode item, List<Problem> problems) {
        return new Outcome(item.path("source").asString(""), item.path("id").asString(""), Status.REJECTED, problems);
    }
}

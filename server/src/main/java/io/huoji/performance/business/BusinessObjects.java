package io.huoji.performance.business;

import io.huoji.platform.access.Viewer;
import io.huoji.platform.kernel.Misuse;
import io.huoji.platform.kernel.Page;
import io.huoji.platform.kernel.Problem;
import io.huoji.platform.org.Directories;
import io.huoji.platform.org.Person;
import io.huoji.platform.tenant.TenantId;
import io.huoji.platform.tenant.TenantTransactions;
import io.huoji.platform.tenant.Tenants;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;

/** The business objects of a tenant. */
@Service
public class BusinessObjects {

    static final int MAX_BATCH = 5000;

    private static final int CREATED = 201;
    private static final int OK = 200;
    private static final int UNKNOWN = 404;
    private static final int REFUSED = 422;

    /**
     * What became of one item of a batch.
     *
     * @param status as if it had been sent alone: 201 made, 200 changed or as it was, 404, 422
     */
    record Outcome(int status, @Nullable UUID id, List<Problem> errors) {}

    private final BusinessObjectRepository repository;
    private final BusinessTypes types;
    private final Directories directories;
    private final Tenants tenants;
    private final TenantTransactions transactions;
    private final Clock clock;

    BusinessObjects(BusinessObjectRepository repository, BusinessTypes types, Directories directories,
            Tenants tenants, TenantTransactions transactions, Clock clock) {
        this.repository = repository;
        this.types = types;
        this.directories = directories;
        this.tenants = tenants;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** One object as the viewer may know it. */
    public BusinessObject one(Viewer viewer, String typeKey, String externalId) {
        var name = new ObjectName(types.objectType(viewer.tenant(), typeKey).id(), externalId);
        var found = find(viewer.tenant(), List.of(name)).get(name);
        if (found == null || !mayKnow(viewer, found)) {
            throw new Misuse.NotFound("object", externalId);
        }
        return found;
    }

    /** Objects by their names, whoever owns them. */
    public Map<ObjectName, BusinessObject> find(TenantId tenant, Collection<ObjectName> names) {
        return names.isEmpty() ? Map.of() : transactions.in(tenant, () -> repository.find(tenant, names));
    }

    /** Objects by their ids, whoever owns them. */
    public List<BusinessObject> byIds(TenantId tenant, Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : transactions.in(tenant, () -> repository.byIds(tenant, ids));
    }

    /** What to call these objects where they are mentioned. */
    public Map<UUID, ObjectCard> cards(TenantId tenant, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        var known = types.of(tenant);
        return byIds(tenant, ids).stream()
                .map(object -> card(known, object))
                .collect(Collectors.toMap(ObjectCard::id, Function.identity()));
    }

    public ObjectCard card(TenantId tenant, BusinessObject object) {
        return card(types.of(tenant), object);
    }

    private static ObjectCard card(Types known, BusinessObject object) {
        var type = known.objectType(object.type());
        return new ObjectCard(object.id(), type == null ? "" : type.key(), object.externalId(), object.name(),
                object.owner());
    }

    /** True for the objects of the people in the viewer's scope; those of nobody only for who sees all. */
    public boolean mayKnow(Viewer viewer, BusinessObject object) {
        return viewer.scope().covers(unitNow(viewer, object.owner()), object.owner());
    }

    Page<BusinessObject> list(Viewer viewer, String typeKey, @Nullable String words, @Nullable String cursor,
            int limit) {
        var type = types.objectType(viewer.tenant(), typeKey);
        var owners = viewer.scope().all()
                ? null
                : directories.of(viewer.tenant()).people().stream().map(Person::id)
                        .filter(person -> viewer.scope().covers(unitNow(viewer, person), person))
                        .toArray(UUID[]::new);
        var found = transactions.in(viewer.tenant(), () -> repository.list(viewer.tenant(), type.id(), words, owners,
                after(cursor), limit + 1));
        var page = found.subList(0, Math.min(limit, found.size()));
        return new Page<>(page, found.size() > limit ? cursor(page.getLast()) : null, null);
    }

    /** Makes or replaces one object; true when it was made. */
    public boolean put(Viewer viewer, String typeKey, String externalId, JsonNode body, @Nullable Long ifMatch) {
        var type = types.objectType(viewer.tenant(), typeKey);
        List<Problem> problems = new ArrayList<>();
        if (externalId.isBlank() || externalId.length() > ObjectDraft.LONGEST_ID || externalId.indexOf('\0') >= 0) {
            problems.add(Problem.at("externalId", "too-long", Map.of("max", ObjectDraft.LONGEST_ID)));
        }
        var draft = ObjectDraft.read(body, type, externalId, people(viewer), problems);
        refuse(problems);
        var outcome = store(viewer, List.of(java.util.Objects.requireNonNull(draft)), false, ifMatch).values()
                .iterator().next();
        if (!outcome.errors().isEmpty()) {
            throw new Misuse.NotFound("object", externalId);
        }
        return outcome.status() == CREATED;
    }

    private static void refuse(List<Problem> problems) {
        if (problems.stream().anyMatch(problem -> problem.code().equals("unknown-property"))) {
            throw new Misuse.Malformed(problems.toArray(Problem[]::new));
        }
        if (!problems.isEmpty()) {
            throw new Misuse.Refused(problems);
        }
    }

    List<Outcome> batch(Viewer viewer, String typeKey, @Nullable List<JsonNode> items) {
        if (items == null) {
            throw new Misuse.Malformed(Problem.at("items", "required"));
        }
        var type = types.objectType(viewer.tenant(), typeKey);
        if (items.size() > MAX_BATCH) {
            throw new Misuse.Malformed(Problem.at("items", "too-many-items", Map.of("max", MAX_BATCH)));
        }
        List<List<Problem>> problems = new ArrayList<>();
        List<@Nullable ObjectDraft> read = new ArrayList<>();
        Map<ObjectName, ObjectDraft> drafts = new LinkedHashMap<>();
        for (var item : items) {
            problems.add(new ArrayList<>());
            var draft = ObjectDraft.read(item, type, null, people(viewer), problems.getLast());
            read.add(draft);
            if (draft != null) {
                drafts.merge(draft.of(), draft, ObjectDraft::then);
            }
        }
        var stored = store(viewer, List.copyOf(drafts.values()), false, null);
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            var draft = read.get(i);
            var outcome = draft == null ? null : stored.get(draft.of());
            outcomes.add(outcome != null ? outcome : new Outcome(REFUSED, null, problems.get(i)));
        }
        return outcomes;
    }

    /** Stores the objects that events speak of; answers those that the viewer may not touch as well, with errors. */
    Map<ObjectName, Outcome> merge(Viewer viewer, List<ObjectDraft> drafts) {
        return store(viewer, drafts, true, null);
    }

    private Map<ObjectName, Outcome> store(Viewer viewer, List<ObjectDraft> drafts, boolean merge,
            @Nullable Long ifMatch) {
        if (drafts.isEmpty()) {
            return Map.of();
        }
        var tenant = viewer.tenant();
        return transactions.in(tenant, () -> {
            var now = clock.instant();
            var made = repository.insertMissing(tenant, drafts, now);
            var known = repository.lock(tenant, drafts.stream().map(ObjectDraft::of).toList());
            var allowed = drafts.stream()
                    .filter(draft -> made.contains(draft.of()) || mayWrite(viewer, known.get(draft.of()))).toList();
            allowed.forEach(draft -> match(ifMatch, made.contains(draft.of()), known.get(draft.of())));
            var changes = allowed.stream().filter(draft -> !made.contains(draft.of())).toList();
            if (!changes.isEmpty()) {
                repository.update(tenant, changes, merge, now);
            }
            Map<ObjectName, Outcome> outcomes = new HashMap<>();
            for (var draft : drafts) {
                int status = made.contains(draft.of()) ? CREATED : OK;
                var id = known.containsKey(draft.of()) ? known.get(draft.of()).id() : null;
                outcomes.put(draft.of(), allowed.contains(draft)
                        ? new Outcome(status, id, List.of())
                        : new Outcome(UNKNOWN, null, List.of(Problem.at("externalId", "object-beyond-scope"))));
            }
            return outcomes;
        });
    }

    private static void match(@Nullable Long ifMatch, boolean isNew, @Nullable BusinessObject known) {
        if (ifMatch != null && known != null && (isNew || known.version() != ifMatch)) {
            throw new Misuse.Stale(isNew ? 0 : known.version());
        }
    }

    /** Nobody's objects may be written by whoever may write objects at all: else none could be handed over. */
    private boolean mayWrite(Viewer viewer, @Nullable BusinessObject object) {
        return object != null && (object.owner() == null || mayKnow(viewer, object));
    }

    PersonReference people(Viewer viewer) {
        return new PersonReference(directories.of(viewer.tenant()), viewer,
                tenants.byId(viewer.tenant()).dayOf(clock.instant()));
    }

    private @Nullable UUID unitNow(Viewer viewer, @Nullable UUID person) {
        return person == null
                ? null
                : directories.of(viewer.tenant()).unitAt(person, tenants.byId(viewer.tenant()).dayOf(clock.instant()));
    }

    private static String cursor(BusinessObject last) {
        return Base64.getUrlEncoder().withoutPadding()
                .encodeToString(last.externalId().getBytes(StandardCharsets.UTF_8));
    }

    private static String after(@Nullable String cursor) {
        try {
            return cursor == null ? "" : new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notOurs) {
            throw new Misuse.Malformed(Problem.at("cursor", "bad-cursor"));
        }
    }
}

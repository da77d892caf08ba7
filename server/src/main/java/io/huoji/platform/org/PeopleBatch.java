package io.huoji.platform.org;

import io.huoji.platform.access.Viewer;
import io.huoji.platform.kernel.Ids;
import io.huoji.platform.kernel.Problem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;

/** Takes many people in at once, by code; managers may be among them, in any order. */
@Service
public class PeopleBatch {

    /** What to do with a code that is known: answer it when equal, else 409; leave it; change it. */
    public enum OnExisting {
        COMPARE, SKIP, UPDATE
    }

    /** 201 made, 200 there already, changed or skipped, 409 there and different, 422 refused, 424 undone with the others. */
    record Outcome(int index, int status, @Nullable UUID id, @Nullable List<Problem> errors) {}

    /** The ways that one input can go. */
    public enum Fate {
        CREATED, UPDATED, UNCHANGED, WRONG
    }

    /** What became of an input, or would become of it. */
    public record Taken(Fate fate, List<Problem> problems) {}

    private static final int CREATED = 201;
    private static final int OK = 200;
    private static final int CONFLICT = 409;
    private static final int REFUSED = 422;
    private static final int UNDONE = 424;

    private final OrgChanges changes;
    private final PersonStore store;
    private final Today today;

    PeopleBatch(OrgChanges changes, PersonStore store, Today today) {
        this.changes = changes;
        this.store = store;
        this.today = today;
    }

    List<Outcome> take(Viewer viewer, List<PersonInput> inputs, OnExisting onExisting, boolean atomic) {
        LocalDate day = today.of(viewer.tenant());
        return changes.make(viewer.tenant(), directory -> {
            Rights rights = new Rights(viewer, directory, day);
            List<Item> items = read(rights, inputs, onExisting);
            PersonRules rules = check(rights, items);
            boolean undone = atomic && items.stream().anyMatch(item -> !item.findings.isEmpty());
            List<PersonChange> due = items.stream().filter(Item::isDue).map(item -> item.change).toList();
            if (!undone)
                store.save(rights, rules, due);
            return items.stream().map(item -> item.outcome(undone)).toList();
        });
    }

    /** What {@link #takeEach} would do; stores nothing. */
    public List<Taken> check(Viewer viewer, List<PersonInput> inputs, OnExisting onExisting) {
        Rights rights = today.rightsOf(viewer);
        List<Item> items = read(rights, inputs, onExisting);
        check(rights, items);
        return items.stream().map(Item::taken).toList();
    }

    /** Stores each input that can be stored; joins the open transaction. */
    public List<Taken> takeEach(Viewer viewer, List<PersonInput> inputs, OnExisting onExisting) {
        LocalDate day = today.of(viewer.tenant());
        return changes.make(viewer.tenant(), directory -> {
            Rights rights = new Rights(viewer, directory, day);
            List<Item> items = read(rights, inputs, onExisting);
            PersonRules rules = check(rights, items);
            store.save(rights, rules, items.stream().filter(Item::isDue).map(item -> item.change).toList());
            return items.stream().map(Item::taken).toList();
        });
    }

    private static List<Item> read(Rights rights, List<PersonInput> inputs, OnExisting onExisting) {
        Map<String, UUID> ids = new HashMap<>();
        List<Item> items = new ArrayList<>();
        for (PersonInput input : inputs)
            items.add(new Item(items.size(), input, rights.directory(), ids));
        for (Item item : items)
            item.fill(rights, ids, onExisting);
        return items;
    }

    /** Checks again after each refusal, until nobody is left whose manager was refused. */
    private static PersonRules check(Rights rights, List<Item> items) {
        PersonRules rules = new PersonRules(rights,
                items.stream().filter(Item::isDue).map(item -> item.change.after()).toList());
        items.stream().filter(Item::isDue).forEach(item -> rules.check(item.change, item.findings));
        boolean moreRefused = true;
        while (moreRefused) {
            Set<UUID> refused = items.stream()
                    .filter(item -> item.before == null && !item.findings.isEmpty())
                    .map(item -> item.id)
                    .collect(Collectors.toSet());
            List<Item> orphans = items.stream()
                    .filter(item -> item.isDue() && refused.contains(item.change.after().manager()))
                    .toList();
            orphans.forEach(item -> item.findings.add("manager", "manager-refused"));
            moreRefused = !orphans.isEmpty();
        }
        return new PersonRules(rights,
                items.stream().filter(Item::isDue).map(item -> item.change.after()).toList());
    }

    /** One person of the batch on its way. */
    private static final class Item {
        final int index;
        final PersonInput input;
        final Findings findings = new Findings();
        final @Nullable Person before;
        final UUID id;
        final String code;
        PersonChange change;
        int status;

        Item(int index, PersonInput input, Directory directory, Map<String, UUID> ids) {
            this.index = index;
            this.input = input;
            String asked = input.code() == null
                    ? Codes.of(input.name() == null ? "" : input.name(), "person",
                            taken -> directory.personByCode(taken) != null || ids.containsKey(taken))
                    : findings.key("code", input.code());
            this.code = asked;
            this.before = directory.personByCode(asked);
            this.id = before == null ? Ids.next() : before.id();
            this.status = before == null ? CREATED : OK;
            if (ids.putIfAbsent(asked, id) != null)
                findings.add("code", "twice-in-batch", Map.of("value", asked));
            this.change = new PersonChange(before, before == null ? nobody() : before);
        }

        private Person nobody() {
            return new Person(id, code, "", "", null, null, null, Map.of(), true, 1, List.of(), List.of());
        }

        void fill(Rights rights, Map<String, UUID> ids, OnExisting onExisting) {
            if (before != null && !rights.sees(before)) {
                findings.add("code", "taken", Map.of("value", code));
                return;
            }
            if (before != null && onExisting == OnExisting.SKIP)
                return;
            Person after = new PersonForm(rights, reference -> manager(rights, ids, reference), findings)
                    .fill(before, id, code, input);
            change = new PersonChange(before, after);
            if (before != null && onExisting == OnExisting.COMPARE && findings.isEmpty() && !change.isNothing()) {
                findings.add("code", "exists-differently", Map.of("value", code));
                status = CONFLICT;
            }
        }

        private static @Nullable UUID manager(Rights rights, Map<String, UUID> ids, JsonNode reference) {
            Person known = References.person(rights.directory(), reference);
            if (known != null)
                return rights.knows(known) ? known.id() : null;
            JsonNode code = reference.isString() ? reference : reference.path("code");
            return code.isString() ? ids.get(code.asString()) : null;
        }

        boolean isDue() {
            return findings.isEmpty() && !change.isNothing();
        }

        Taken taken() {
            if (!findings.isEmpty())
                return new Taken(Fate.WRONG, findings.all());
            Fate fate = before == null ? Fate.CREATED : change.isNothing() ? Fate.UNCHANGED : Fate.UPDATED;
            return new Taken(fate, List.of());
        }

        Outcome outcome(boolean undone) {
            if (!findings.isEmpty())
                return new Outcome(index, status == CONFLICT ? CONFLICT : REFUSED, null, findings.all());
            return undone ? new Outcome(index, UNDONE, null, null) : new Outcome(index, status, id, null);
        }
    }
}

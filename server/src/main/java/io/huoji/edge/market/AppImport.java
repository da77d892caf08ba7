package io.huoji.edge.market;

import io.huoji.edge.market.Diff.State;
import io.huoji.platform.access.Viewer;
import io.huoji.platform.kernel.Misuse;
import io.huoji.platform.kernel.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One pass of bringing a file in: makes what is new, changes what the tenant has left alone, and notes what becomes of each part. */
final class AppImport {

    private final Viewer viewer;
    private final AppFile file;
    private final @Nullable Installed before;
    private final boolean rename;
    private final Contents contents;
    private final PartWriter writer;
    private final Names names;
    private final List<Diff.Item> items = new ArrayList<>();
    private final List<Installed.Held> held = new ArrayList<>();

    /** @param rename whether what is new takes another key where its own is taken */
    AppImport(Viewer viewer, AppFile file, @Nullable Installed before, boolean rename, Contents contents,
            PartWriter writer) {
        this.viewer = viewer;
        this.file = file;
        this.before = before;
        this.rename = rename;
        this.contents = contents;
        this.writer = writer;
        this.names = before == null ? new Names() : before.names();
    }

    List<Diff.Item> items() {
        return items;
    }

    List<Installed.Held> held() {
        return held;
    }

    Names names() {
        return names;
    }

    void run() {
        file.parts().stream().filter(part -> !part.kind().isInTable()).forEach(this::findKey);
        for (Part part : file.parts())
            bring(part);
        if (before != null)
            before.parts().stream().filter(it -> file.part(it.kind(), it.key()) == null).forEach(this::left);
    }

    private Installed.@Nullable Held known(Part part) {
        return before == null ? null : before.part(part.kind(), part.key());
    }

    /** Gives a new part another key where its own is taken and the caller allows that. */
    private void findKey(Part part) {
        if (known(part) != null || part.kind().isShared() || !rename
                || !contents.isTaken(viewer, part.kind(), part.key(), names))
            return;
        names.put(part.kind(), part.key(), IntStream.iterate(2, number -> number + 1)
                .mapToObj(number -> part.key() + "-" + number)
                .filter(key -> !contents.isTaken(viewer, part.kind(), key, names))
                .findFirst()
                .orElseThrow());
    }

    private void bring(Part part) {
        Installed.Held known = known(part);
        if (known != null)
            meet(part, known);
        else if (part.kind() == Kind.FIELD && isNew(part.table()))
            keep(part, State.ADDED, List.of(), List.of(), Objects.requireNonNull(here(part)));
        else if (part.kind().isInTable() && isGone(part.table()))
            note(part, State.KEPT, List.of(), List.of("deleted"));
        else if (contents.isTaken(viewer, part.kind(), names.local(part.kind(), part.key()), names))
            taken(part);
        else
            add(part);
    }

    private boolean isNew(String table) {
        return items.stream().anyMatch(it -> it.kind() == Kind.TABLE && it.key().equals(table)
                && it.state() == State.ADDED);
    }

    private boolean isGone(String table) {
        return contents.table(viewer, names.local(Kind.TABLE, table)) == null;
    }

    private @Nullable ObjectNode here(Part part) {
        return contents.of(viewer, part.kind(), names.local(part.kind(), part.key()), names);
    }

    private void taken(Part part) {
        if (part.kind().isInTable()) {
            // Somebody here has made a field or view of that key: it is theirs.
            note(part, State.KEPT, List.of(), List.of("key"));
        } else if (part.kind().isShared()) {
            held.add(new Installed.Held(part.kind(), part.key(), part.key(), part.content(), null));
            note(part, State.SHARED, List.of(), List.of());
        } else
            note(part, State.CONFLICT, List.of(), List.of());
    }

    private void add(Part part) {
        String table = part.kind() == Kind.NODE ? part.content().path("table").asString("") : part.table();
        if (isConflict(table)) {
            note(part, State.CONFLICT, List.of(), List.of("table"));
            return;
        }
        writer.create(viewer, part, file.of(Kind.FIELD).filter(it -> part.kind() == Kind.TABLE
                && it.table().equals(part.key())).toList(), names);
        keep(part, State.ADDED, List.of(), List.of(), Objects.requireNonNull(here(part)));
    }

    private boolean isConflict(String table) {
        return items.stream().anyMatch(it -> it.kind() == Kind.TABLE && it.key().equals(table)
                && it.state() == State.CONFLICT);
    }

    private void meet(Part part, Installed.Held known) {
        ObjectNode theirs = here(part);
        ObjectNode base = known.base();
        if (base == null || theirs == null) {
            held.add(known);
            note(part, base == null ? State.SHARED : State.KEPT, List.of(),
                    base == null ? List.of() : List.of("deleted"));
            return;
        }
        var merge = ThreeWay.merge(known.said(), base, theirs, part.content());
        if (!merge.isNothing())
            writer.change(viewer, part, changes(theirs, merge.merged()), names);
        State state = merge.isNothing() ? merge.kept().isEmpty() ? State.UNCHANGED : State.KEPT : State.CHANGED;
        keep(part, state, merge.changed(), merge.kept(), merge.base());
    }

    /** The properties that differ, each whole. */
    private static ObjectNode changes(ObjectNode theirs, ObjectNode merged) {
        ObjectNode changes = JsonNodeFactory.instance.objectNode();
        for (String name : merged.propertyNames())
            if (!ThreeWay.same(theirs.path(name), merged.get(name)))
                changes.set(name, merged.get(name));
        // An event type is always written whole.
        if (merged.has("outcome"))
            changes.setAll(merged);
        return changes;
    }

    private void left(Installed.Held known) {
        held.add(known);
        items.add(new Diff.Item(known.kind(), known.key(), other(known.key(), known.localKey()),
                known.said().path("name").asString(known.key()), State.LEFT, List.of(), List.of()));
    }

    private void keep(Part part, State state, List<String> changed, List<String> kept, ObjectNode base) {
        held.add(new Installed.Held(part.kind(), part.key(), names.local(part.kind(), part.key()), part.content(),
                base));
        note(part, state, changed, kept);
    }

    private void note(Part part, State state, List<String> changed, List<String> kept) {
        items.add(new Diff.Item(part.kind(), part.key(), other(part.key(), names.local(part.kind(), part.key())),
                part.name(), state, changed, kept));
    }

    private static String other(String key, String localKey) {
        return key.equals(localKey) ? "" : localKey;
    }

    /** Refuses when the key of anything is taken, naming all of them. */
    void refuseConflicts() {
        var problems = items.stream().filter(item -> item.state() == State.CONFLICT && item.kept().isEmpty())
                .map(item -> Problem.at(path(item), "part-key-taken", Map.of("value", item.key())))
                .toList();
        if (!problems.isEmpty())
            throw new Misuse.Conflict(problems.toArray(Problem[]::new));
    }

    private String path(Diff.Item item) {
        return Objects.requireNonNull(file.part(item.kind(), item.key())).path() + ".key";
    }
}

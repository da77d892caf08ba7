package io.huoji.edge.market;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * An app as one file says it.
 *
 * @param collection what a built-in template is found by beside its name; empty elsewhere
 * @param parts      in the order in which they are put together
 * @param records    sample records: {@code {table, daysAgo, time, fields}}
 */
record AppFile(String key, String name, String collection, String version, String description, List<Part> parts,
        List<ObjectNode> records) {

    /** The only format there is so far. */
    static final int FORMAT = 1;

    AppFile {
        parts = List.copyOf(parts);
        records = List.copyOf(records);
    }

    Stream<Part> of(Kind kind) {
        return parts.stream().filter(part -> part.kind() == kind);
    }

    @Nullable
    Part part(Kind kind, String key) {
        return of(kind).filter(part -> part.key().equals(key)).findFirst().orElse(null);
    }
}

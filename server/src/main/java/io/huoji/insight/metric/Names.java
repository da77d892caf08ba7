package io.huoji.insight.metric;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.huoji.platform.kernel.Ids;
import io.huoji.platform.kernel.Misuse;
import io.huoji.platform.kernel.Problem;
import io.huoji.platform.org.Directory;
import io.huoji.platform.org.Person;
import io.huoji.platform.org.Unit;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** How units, nodes and people are named in questions and answers. */
final class Names {

    /** A unit, node or person in an answer. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Named(UUID id, @Nullable String code, @Nullable String key, String name) {}

    private final Directory directory;
    private final NodeCards nodes;

    Names(Directory directory, NodeCards nodes) {
        this.directory = directory;
        this.nodes = nodes;
    }

    Named unit(UUID id) {
        Unit unit = directory.unit(id);
        return unit == null ? unknown(id) : new Named(id, unit.code(), null, unit.name());
    }

    Named node(UUID id) {
        NodeCard node = nodes.byId(id);
        return node == null ? unknown(id) : new Named(id, null, node.key(), node.name());
    }

    Named person(UUID id) {
        Person person = directory.person(id);
        return person == null ? unknown(id) : new Named(id, person.code(), null, person.name());
    }

    Set<UUID> withBelow(UUID unit) {
        return directory.withBelow(unit);
    }

    /** The unit of that kind which the unit stands in; the unit itself where there is none above it. */
    UUID atLevel(UUID unit, String kind) {
        Unit above = directory.ancestorOfKind(unit, kind);
        return above == null ? unit : above.id();
    }

    boolean hasLevel(String kind) {
        return directory.units().stream().anyMatch(unit -> unit.kind().equals(kind));
    }

    /** Reads a bare code, key or id, or an object with one of them; refuses what names nothing. */
    UUID idOf(By by, JsonNode value) {
        String text = text(value);
        UUID id = text == null ? null : find(by, text);
        if (id == null) {
            throw new Misuse.Malformed(Problem.at("filter", "unknown-filter-value",
                    Map.of("field", by.key(), "value", text == null ? value.toString() : text)));
        }
        return id;
    }

    private static @Nullable String text(JsonNode value) {
        if (value.isObject()) {
            for (String name : java.util.List.of("id", "code", "key")) {
                if (value.path(name).isString()) {
                    return value.get(name).asString();
                }
            }
            return null;
        }
        return value.isString() ? value.asString() : null;
    }

    private @Nullable UUID find(By by, String text) {
        UUID id = Ids.parse(text);
        return switch (by) {
            case UNIT -> {
                Unit unit = directory.unitByCode(text);
                unit = unit == null && id != null ? directory.unit(id) : unit;
                yield unit == null ? null : unit.id();
            }
            case NODE -> {
                NodeCard node = nodes.byKey(text);
                node = node == null && id != null ? nodes.byId(id) : node;
                yield node == null ? null : node.id();
            }
            case PERSON -> {
                Person person = directory.personByCode(text);
                person = person == null && id != null ? directory.person(id) : person;
                yield person == null ? null : person.id();
            }
        };
    }

    private static Named unknown(UUID id) {
        return new Named(id, null, null, id.toString());
    }
}

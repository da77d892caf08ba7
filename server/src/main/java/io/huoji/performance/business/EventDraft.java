package io.huoji.performance.business;

import io.huoji.platform.kernel.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A business event as another system tells it. */
record EventDraft(Name name, EventType type, Instant occurredAt, @Nullable ObjectDraft object, @Nullable UUID actor,
        @Nullable ObjectNode data) {

    /** What makes it the same event again. */
    record Name(String source, String id) {}

    private static final int LONGEST = 200;
    private static final Duration AHEAD = Duration.ofMinutes(5);
    private static final Set<String> KNOWN = Set.of("source", "id", "type", "occurredAt", "object", "actor", "data");

    /** What it is called, even when nothing else of it can be read; null when it has no name. */
    static @Nullable Name name(JsonNode json) {
        var source = json.path("source").isString() ? json.path("source").stringValue().strip() : "";
        var id = json.path("id").isString() ? json.path("id").stringValue().strip() : "";
        boolean isName = !source.isEmpty() && source.length() <= LONGEST && source.indexOf('\0') < 0 && !id.isEmpty()
                && id.length() <= LONGEST && id.indexOf('\0') < 0;
        return isName ? new Name(source, id) : null;
    }

    static @Nullable EventDraft read(JsonNode json, Types types, PersonReference people, Instant now,
            List<Problem> problems) {
        var reading = new Reading(json, "", problems);
        if (!reading.isObject(KNOWN)) {
            return null;
        }
        var name = new Name(reading.text("source", LONGEST), reading.text("id", LONGEST));
        var type = type(reading, types);
        var occurredAt = reading.instant("occurredAt");
        if (occurredAt != null && occurredAt.isAfter(now.plus(AHEAD))) {
            reading.add("occurredAt", "in-the-future", Map.of());
        }
        var object = absent(reading.raw("object")) ? null : ObjectDraft.ofEvent(reading.raw("object"), types, problems);
        if (type != null && object != null && type.objectType() != null
                && !type.objectType().equals(object.of().type())) {
            reading.add("object.type", "other-object-type", Map.of("value", type.key()));
        }
        var actor = absent(reading.raw("actor")) ? null : people.find(reading.raw("actor"));
        if (actor == null && !absent(reading.raw("actor"))) {
            var given = reading.raw("actor");
            reading.add("actor", "unknown-person",
                    Map.of("value", given.isString() ? given.stringValue() : given.toString()));
        }
        var data = reading.object("data");
        return type == null || occurredAt == null || !problems.isEmpty()
                ? null
                : new EventDraft(name, type, occurredAt, object, actor == null ? null : actor.id(), data);
    }

    private static boolean absent(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }

    private static @Nullable EventType type(Reading reading, Types types) {
        var key = reading.text("type", LONGEST);
        var type = types.eventType(key);
        if (type == null && !key.isEmpty()) {
            reading.add("type", "unknown-event-type", Map.of("value", key));
        }
        return type;
    }
}

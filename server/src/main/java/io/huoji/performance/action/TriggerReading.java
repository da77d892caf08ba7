package io.huoji.performance.action;

import io.huoji.performance.business.Types;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads when a node wants its action. */
record TriggerReading(NodeWords words, Types types) {

    private static final int MOST_TIMES = 50;
    private static final Set<String> LATER = Set.of("node", "date");

    Trigger trigger() {
        var kind = words.json().path("kind").asString("");
        return switch (kind) {
            case "manual" -> new Trigger.ByHand();
            case "cadence" -> cadence();
            case "event" -> onEvent();
            default -> {
                words.add("kind", LATER.contains(kind) ? "trigger-not-yet" : "not-one-of",
                        LATER.contains(kind)
                                ? Map.of("kind", kind)
                                : Map.of("options", List.of("cadence", "event", "manual")));
                yield new Trigger.ByHand();
            }
        };
    }

    private Trigger cadence() {
        words.only(Set.of("kind", "times", "per"));
        var times = words.json().path("times");
        if (!times.isMissingNode() && (!times.isInt() || times.asInt() < 1 || times.asInt() > MOST_TIMES)) {
            words.add("times", "out-of-range", Map.of("min", 1, "max", MOST_TIMES));
            return new Trigger.ByHand();
        }
        var per = Per.byKey(words.json().path("per").asString(""));
        if (per.isEmpty()) {
            words.add("per", "not-one-of", Map.of("options", Arrays.stream(Per.values()).map(Per::key).toList()));
            return new Trigger.ByHand();
        }
        return new Trigger.Cadence(times.isMissingNode() ? 1 : times.asInt(), per.get());
    }

    private Trigger onEvent() {
        words.only(Set.of("kind", "type", "dueAfter"));
        var type = words.json().path("type").asString("");
        if (types.eventType(type) == null) {
            words.add("type", type.isEmpty() ? "required" : "unknown-event-type", Map.of("value", type));
        }
        return new Trigger.OnEvent(type, words.span("dueAfter", false));
    }
}

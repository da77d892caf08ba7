package io.huoji.performance.action;

import io.huoji.performance.business.Types;
import io.huoji.platform.kernel.Problem;
import io.huoji.platform.org.Directory;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads what an admin says of a node and collects everything that is wrong with it. */
final class NodeReading {

    static final Set<String> PROPERTIES = Set.of("key", "scene", "table", "name", "why", "assignee", "trigger", "grace",
            "dueSoon", "evidence", "weight", "validFrom", "validUntil", "position");
    /** Properties of an answer that may come back and say nothing. */
    static final Set<String> ECHO = Set.of("id", "version", "createdAt");

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TEXT = 4000;
    private static final BigDecimal HEAVIEST = BigDecimal.valueOf(1000);

    private final NodeWords words;
    private final TriggerReading triggers;
    private final AssigneeReading assignees;

    NodeReading(JsonNode json, Directory directory, Types types, List<Problem> problems) {
        this.words = new NodeWords(json, "", problems);
        this.triggers = new TriggerReading(words.of("trigger"), types);
        this.assignees = new AssigneeReading(words.of("assignee"), directory);
    }

    NodeWords words() {
        return words;
    }

    /**
     * The version that the words make of the one before.
     *
     * @param before null for a new node
     */
    NodeVersion version(@Nullable NodeVersion before, Instant now) {
        var trigger = words.given("trigger")
                ? triggers.trigger()
                : before == null ? new Trigger.ByHand() : before.trigger();
        var assignee = words.given("assignee")
                ? assignees.assignee()
                : before == null ? assignees.everyone(trigger) : before.assignee();
        if (assignee.needsEvent() && !(trigger instanceof Trigger.OnEvent)) {
            words.add("assignee.kind", "assignee-needs-event", Map.of());
        }
        var from = words.said("validFrom") ? words.day("validFrom") : before == null ? null : before.validFrom();
        var until = words.said("validUntil") ? words.day("validUntil") : before == null ? null : before.validUntil();
        if (from != null && until != null && until.isBefore(from)) {
            words.add("validUntil", "before-start", Map.of());
        }
        return new NodeVersion(before == null ? 1 : before.version() + 1,
                words.given("name") || before == null ? words.text("name", LONGEST_NAME, true) : before.name(),
                words.given("why") || before == null ? words.text("why", LONGEST_TEXT, false) : before.why(),
                assignee, trigger,
                words.given("grace") ? words.span("grace", true) : before == null ? Span.NONE : before.grace(),
                words.said("dueSoon")
                        ? words.given("dueSoon") ? words.span("dueSoon", true) : null
                        : before == null ? null : before.dueSoon(),
                words.given("evidence")
                        ? new EvidenceReading(words).evidence()
                        : before == null ? List.of() : before.evidence(),
                words.given("weight") ? weight() : before == null ? BigDecimal.ONE : before.weight(), from, until, now);
    }

    private BigDecimal weight() {
        var value = words.json().path("weight");
        var weight = value.isNumber() ? value.decimalValue() : BigDecimal.ONE.negate();
        if (weight.signum() < 0 || weight.compareTo(HEAVIEST) > 0) {
            words.add("weight", "out-of-range", Map.of("min", 0, "max", HEAVIEST));
        }
        return weight;
    }
}

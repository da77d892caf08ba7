package io.huoji.performance.action;

import io.huoji.performance.business.Types;
import io.huoji.platform.kernel.Problem;
import io.huoji.platform.org.Directory;
import io.huoji.platform.org.Person;
import io.huoji.platform.org.Role;
import io.huoji.platform.org.Unit;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
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
    private static final int MOST_TIMES = 50;
    private static final int MOST_ITEMS = 10;
    private static final BigDecimal HEAVIEST = BigDecimal.valueOf(1000);
    private static final Set<String> LATER = Set.of("node", "date");

    private final JsonNode json;
    private final Directory directory;
    private final Types types;
    private final List<Problem> problems;

    NodeReading(JsonNode json, Directory directory, Types types, List<Problem> problems) {
        this.json = json;
        this.directory = directory;
        this.types = types;
        this.problems = problems;
    }

    /**
     * The version that the words make of the one before.
     *
     * @param before null for a new node
     */
    NodeVersion version(@Nullable NodeVersion before, Instant now) {
        var trigger = given("trigger") ? trigger() : before == null ? new Trigger.ByHand() : before.trigger();
        var assignee = given("assignee") ? assignee() : before == null ? everyone(trigger) : before.assignee();
        if (assignee.needsEvent() && !(trigger instanceof Trigger.OnEvent)) {
            add("assignee.kind", "assignee-needs-event", Map.of());
        }
        var from = said("validFrom") ? day("validFrom") : before == null ? null : before.validFrom();
        var until = said("validUntil") ? day("validUntil") : before == null ? null : before.validUntil();
        if (from != null && until != null && until.isBefore(from)) {
            add("validUntil", "before-start", Map.of());
        }
        return new NodeVersion(before == null ? 1 : before.version() + 1,
                given("name") || before == null ? text("name", LONGEST_NAME, true) : before.name(),
                given("why") || before == null ? text("why", LONGEST_TEXT, false) : before.why(),
                assignee, trigger,
                given("grace") ? span("grace", true) : before == null ? Span.NONE : before.grace(),
                said("dueSoon")
                        ? given("dueSoon") ? span("dueSoon", true) : null
                        : before == null ? null : before.dueSoon(),
                given("evidence") ? evidence() : before == null ? List.of() : before.evidence(),
                given("weight") ? weight() : before == null ? BigDecimal.ONE : before.weight(), from, until, now);
    }

    boolean given(String name) {
        return said(name) && !json.path(name).isNull();
    }

    boolean said(String name) {
        return !json.path(name).isMissingNode();
    }

    String text(String name, int longest, boolean isRequired) {
        var value = json.path(name);
        if (!value.isMissingNode() && !value.isNull() && !value.isString()) {
            add(name, "wrong-type", Map.of("type", "text"));
            return "";
        }
        var text = value.isString() ? value.stringValue().strip() : "";
        if (isRequired && text.isEmpty()) {
            add(name, "required", Map.of());
        }
        if (text.length() > longest) {
            add(name, "too-long", Map.of("max", longest));
        }
        if (text.indexOf('\0') >= 0) {
            add(name, "bad-character", Map.of());
        }
        return text;
    }

    private Trigger trigger() {
        var kind = json.path("trigger").path("kind").asString("");
        return switch (kind) {
            case "manual" -> new Trigger.ByHand();
            case "cadence" -> cadence();
            case "event" -> onEvent();
            default -> {
                add("trigger.kind", LATER.contains(kind) ? "trigger-not-yet" : "not-one-of",
                        LATER.contains(kind)
                                ? Map.of("kind", kind)
                                : Map.of("options", List.of("cadence", "event", "manual")));
                yield new Trigger.ByHand();
            }
        };
    }

    private Trigger cadence() {
        only("trigger", Set.of("kind", "times", "per"));
        var times = json.path("trigger").path("times");
        if (!times.isMissingNode() && (!times.isInt() || times.asInt() < 1 || times.asInt() > MOST_TIMES)) {
            add("trigger.times", "out-of-range", Map.of("min", 1, "max", MOST_TIMES));
            return new Trigger.ByHand();
        }
        var per = Per.byKey(json.path("trigger").path("per").asString(""));
        if (per.isEmpty()) {
            add("trigger.per", "not-one-of", Map.of("options", Arrays.stream(Per.values()).map(Per::key).toList()));
            return new Trigger.ByHand();
        }
        return new Trigger.Cadence(times.isMissingNode() ? 1 : times.asInt(), per.get());
    }

    private Trigger onEvent() {
        only("trigger", Set.of("kind", "type", "dueAfter"));
        var type = json.path("trigger").path("type").asString("");
        if (types.eventType(type) == null) {
            add("trigger.type", type.isEmpty() ? "required" : "unknown-event-type", Map.of("value", type));
        }
        return new Trigger.OnEvent(type, span("trigger.dueAfter", false));
    }

    private void only(String name, Set<String> known) {
        json.path(name).propertyNames().stream()
                .filter(property -> !known.contains(property))
                .forEach(property -> add(name + "." + property, "unknown-property", Map.of("name", property)));
    }

    private Span span(String path, boolean mayBeZero) {
        var value = path.startsWith("trigger.")
                ? json.path("trigger").path(path.substring("trigger.".length()))
                : json.path(path);
        var span = value.isString() ? Span.parse(value.stringValue()) : java.util.Optional.<Span>empty();
        if (span.isEmpty() || (!mayBeZero && span.get().isZero())) {
            add(path, "not-a-duration", Map.of());
            return Span.NONE;
        }
        return span.get();
    }

    /** Whoever has no other word for it: everyone, or the actor of the event. */
    private Assignee everyone(Trigger trigger) {
        var root = directory.units().stream().filter(unit -> unit.parent() == null).findFirst();
        return trigger instanceof Trigger.OnEvent || root.isEmpty()
                ? new Assignee.EventActor()
                : new Assignee.UnitMembers(root.get().id());
    }

    private Assignee assignee() {
        var kind = json.path("assignee").path("kind").asString("");
        only("assignee", Set.of("kind", "role", "unit", "person"));
        return switch (kind) {
            case "role" -> new Assignee.RoleHolders(
                    id("role", directory::roleByKey, directory::role, Role::id),
                    json.path("assignee").hasNonNull("unit") ? unit() : null);
            case "unit" -> new Assignee.UnitMembers(unit());
            case "person" -> new Assignee.OnePerson(
                    id("person", directory::personByCode, directory::person, Person::id));
            case "eventActor" -> new Assignee.EventActor();
            case "objectOwner" -> new Assignee.ObjectOwner();
            default -> {
                add("assignee.kind", "not-one-of",
                        Map.of("options", List.of("role", "unit", "person", "eventActor", "objectOwner")));
                yield new Assignee.EventActor();
            }
        };
    }

    private UUID unit() {
        return id("unit", directory::unitByCode, directory::unit, Unit::id);
    }

    /** Whom {@code assignee.<name>} names, by key, by id, or as the API answered it. */
    private <T> UUID id(String name, Function<String, @Nullable T> byKey, Function<UUID, @Nullable T> byId,
            Function<T, UUID> id) {
        var given = json.path("assignee").path(name);
        var word = given.isObject()
                ? given.path("id").asString(given.path("key").asString(given.path("code")
                        .asString("")))
                : given.asString("");
        var found = byKey.apply(word);
        if (found == null) {
            var asId = uuid(word);
            found = asId == null ? null : byId.apply(asId);
        }
        if (found == null) {
            add("assignee." + name, word.isEmpty() ? "required" : "unknown-" + name, Map.of("value", word));
            return new UUID(0, 0);
        }
        return id.apply(found);
    }

    static @Nullable UUID uuid(String word) {
        try {
            return word.length() == 36 ? UUID.fromString(word) : null;
        } catch (IllegalArgumentException notAnId) {
            return null;
        }
    }

    private List<EvidenceItem> evidence() {
        var list = json.path("evidence");
        if (!list.isArray() || list.size() > MOST_ITEMS) {
            add("evidence", "evidence-list", Map.of("max", MOST_ITEMS));
            return List.of();
        }
        List<EvidenceItem> items = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            var item = item(list.get(i), "evidence[%d]".formatted(i));
            if (item != null) {
                items.add(item);
            }
        }
        return items;
    }

    private @Nullable EvidenceItem item(JsonNode item, String path) {
        var kind = Arrays.stream(EvidenceItem.Kind.values())
                .filter(known -> known.key().equals(item.path("kind").asString(""))).findFirst();
        var mode = Arrays.stream(EvidenceItem.Mode.values())
                .filter(known -> known.key().equals(item.path("mode").asString("expected"))).findFirst();
        var min = item.path("min").isMissingNode() ? 1 : item.path("min").isInt() ? item.path("min").asInt() : 0;
        item.propertyNames().stream().filter(name -> !Set.of("kind", "mode", "min").contains(name))
                .forEach(name -> add(path + "." + name, "unknown-property", Map.of("name", name)));
        if (kind.isEmpty()) {
            add(path + ".kind", "not-one-of", options(EvidenceItem.Kind.values()));
        }
        if (mode.isEmpty()) {
            add(path + ".mode", "not-one-of", options(EvidenceItem.Mode.values()));
        }
        if (min < 1 || min > MOST_ITEMS) {
            add(path + ".min", "out-of-range", Map.of("min", 1, "max", MOST_ITEMS));
        }
        return kind.isEmpty() || mode.isEmpty() ? null : new EvidenceItem(kind.get(), min, mode.get());
    }

    private static Map<String, Object> options(Enum<?>[] values) {
        return Map.of("options",
                Arrays.stream(values).map(value -> value.name().toLowerCase(java.util.Locale.ROOT)).toList());
    }

    private BigDecimal weight() {
        var value = json.path("weight");
        var weight = value.isNumber() ? value.decimalValue() : BigDecimal.ONE.negate();
        if (weight.signum() < 0 || weight.compareTo(HEAVIEST) > 0) {
            add("weight", "out-of-range", Map.of("min", 0, "max", HEAVIEST));
        }
        return weight;
    }

    private @Nullable LocalDate day(String name) {
        if (!given(name)) {
            return null;
        }
        try {
            var day = LocalDate.parse(json.path(name).asString(""));
            if (day.getYear() >= 1990 && day.getYear() <= 9999) {
                return day;
            }
        } catch (DateTimeException notOne) {
            // Named below, like a day out of range.
        }
        add(name, "not-a-date", Map.of());
        return null;
    }

    private void add(String field, String code, Map<String, Object> params) {
        problems.add(Problem.at(field, code, params));
    }
}

package io.huoji.performance.action;

import io.huoji.performance.business.BusinessObjects;
import io.huoji.performance.business.BusinessTypes;
import io.huoji.platform.access.Viewer;
import io.huoji.platform.kernel.Misuse;
import io.huoji.platform.kernel.Problem;
import io.huoji.platform.org.Directory;
import io.huoji.platform.table.Condition;
import io.huoji.platform.table.field.Operator;
import io.huoji.platform.tenant.Tenant;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Turns the condition tree over the ledger into SQL over {@code expectation x}; names what it does not know. */
final class ExpectationFilter {

    private final Viewer viewer;
    private final Tenant tenant;
    private final LocalDate today;
    private final Directory directory;
    private final ExpectationNames names;
    private final Map<String, Object> params = new HashMap<>();

    ExpectationFilter(Viewer viewer, Tenant tenant, LocalDate today, Directory directory, Anchors anchors,
            BusinessObjects objects, BusinessTypes types) {
        this.viewer = viewer;
        this.tenant = tenant;
        this.today = today;
        this.directory = directory;
        this.names = new ExpectationNames(viewer.tenant(), directory, anchors, objects, types);
    }

    Map<String, Object> params() {
        return params;
    }

    String sql(@Nullable Condition condition) {
        return switch (condition) {
            case null -> "true";
            case Condition.All all -> join(all.parts(), " and ", "true");
            case Condition.Any any -> join(any.parts(), " or ", "false");
            case Condition.Test test -> test(test);
        };
    }

    private String join(List<Condition> parts, String word, String empty) {
        return parts.isEmpty()
                ? empty
                : parts.stream().map(this::sql).collect(Collectors.joining(word, "(", ")"));
    }

    private String test(Condition.Test test) {
        return switch (test.field()) {
            case "state" -> states(test);
            case "subject" -> test.operator() == Operator.IS_ME
                    ? ids(test, "x.person_id",
                            Set.of(viewer.person() == null ? ExpectationNames.NOTHING : viewer.person()))
                    : ids(test, "x.person_id", values(test, names::person));
            case "unit" -> units(test);
            case "node" -> ids(test, "x.node_id", values(test, names::node));
            case "object" -> ids(test, "x.object_id", values(test, names::object));
            case "due" -> time(test, "x.due_at");
            case "closes" -> closes(test);
            case "opens" -> time(test, "x.opens_at");
            case "countsOn" -> day(test);
            default -> throw new Misuse.Malformed(
                    Problem.at("filter", "unknown-field", Map.of("field", test.field())));
        };
    }

    private String states(Condition.Test test) {
        var states = values(test, value -> {
            if (ExpectationState.byKey(value.asString("")).isEmpty()) {
                throw wrong(test, "unknown-option", Map.of("value", value.asString("")));
            }
            return value.asString();
        });
        var name = bind(states.toArray(String[]::new));
        return "(%s)%s".formatted(ExpectationState.SQL, oneOf(test, name, "text"));
    }

    private String units(Condition.Test test) {
        if (test.operator() != Operator.IN_OR_BELOW) {
            return ids(test, "x.unit_id", values(test, names::unit));
        }
        var below = new HashSet<UUID>();
        values(test, names::unit).forEach(unit -> below.addAll(directory.withBelow(unit)));
        return "x.unit_id = any(cast(:%s as uuid[]))".formatted(bind(below.toArray(UUID[]::new)));
    }

    private String ids(Condition.Test test, String column, Set<UUID> ids) {
        return switch (test.operator()) {
            case IS_EMPTY -> column + " is null";
            case IS_NOT_EMPTY -> column + " is not null";
            default -> column + oneOf(test, bind(ids.toArray(UUID[]::new)), "uuid");
        };
    }

    private String oneOf(Condition.Test test, String name, String type) {
        return switch (test.operator()) {
            case EQ, IN, IS_ME -> " = any(cast(:%s as %s[]))".formatted(name, type);
            case NE, NOT_IN -> " <> all(cast(:%s as %s[]))".formatted(name, type);
            default -> throw wrong(test, "operator-not-allowed",
                    Map.of("field", test.field(), "operator", test.operator().key()));
        };
    }

    private <T> Set<T> values(Condition.Test test, Function<JsonNode, T> read) {
        if (test.operator().isAlone()) {
            return Set.of();
        }
        return test.value().isArray()
                ? test.value().values().stream().map(read).collect(Collectors.toSet())
                : Set.of(read.apply(test.value()));
    }

    /** Empty: it can be closed for ever. */
    private String closes(Condition.Test test) {
        return switch (test.operator()) {
            case IS_EMPTY -> "x.closes_at is null";
            case IS_NOT_EMPTY -> "x.closes_at is not null";
            default -> time(test, "x.closes_at");
        };
    }

    private String time(Condition.Test test, String column) {
        var span = span(test.operator());
        if (span != null) {
            return "(%s >= :%s and %1$s < :%s)".formatted(column,
                    bind(AnchorRepository.utc(tenant.startOf(span.from()))),
                    bind(AnchorRepository.utc(tenant.startOf(span.to()))));
        }
        return compare(test, column, "timestamptz", value -> {
            try {
                return OffsetDateTime.parse(value.asString("")).toString();
            } catch (DateTimeException notOne) {
                throw wrong(test, "not-an-instant", Map.of());
            }
        });
    }

    private String day(Condition.Test test) {
        var span = span(test.operator());
        if (span != null) {
            return "(x.counts_on >= :%s and x.counts_on < :%s)".formatted(bind(span.from()), bind(span.to()));
        }
        return compare(test, "x.counts_on", "date", value -> {
            try {
                return LocalDate.parse(value.asString("")).toString();
            } catch (DateTimeException notOne) {
                throw wrong(test, "not-a-date", Map.of());
            }
        });
    }

    private String compare(Condition.Test test, String column, String type, Function<JsonNode, String> read) {
        if (test.operator() == Operator.BETWEEN && test.value().isArray() && test.value().size() == 2) {
            return "(%s between cast(:%s as %s) and cast(:%s as %3$s))".formatted(column,
                    bind(read.apply(test.value().get(0))), type, bind(read.apply(test.value().get(1))));
        }
        var sign = switch (test.operator()) {
            case EQ -> "=";
            case NE -> "<>";
            case LT -> "<";
            case LE -> "<=";
            case GT -> ">";
            case GE -> ">=";
            default -> throw wrong(test, "operator-not-allowed",
                    Map.of("field", test.field(), "operator", test.operator().key()));
        };
        return "%s %s cast(:%s as %s)".formatted(column, sign, bind(read.apply(test.value())), type);
    }

    private record Days(LocalDate from, LocalDate to) {}

    private @Nullable Days span(Operator operator) {
        var monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        var first = today.withDayOfMonth(1);
        return switch (operator) {
            case THIS_WEEK -> new Days(monday, monday.plusWeeks(1));
            case LAST_WEEK -> new Days(monday.minusWeeks(1), monday);
            case THIS_MONTH -> new Days(first, first.plusMonths(1));
            case LAST_MONTH -> new Days(first.minusMonths(1), first);
            default -> null;
        };
    }

    private String bind(Object value) {
        var name = "f" + params.size();
        params.put(name, value);
        return name;
    }

    private static Misuse wrong(Condition.Test test, String code, Map<String, Object> params) {
        return new Misuse.Malformed(Problem.at("filter." + test.field(), code, params));
    }
}

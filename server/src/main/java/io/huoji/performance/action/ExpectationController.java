package io.huoji.performance.action;

import io.huoji.performance.business.BusinessObjects;
import io.huoji.performance.business.PersonReference;
import io.huoji.platform.access.Permission;
import io.huoji.platform.access.Requires;
import io.huoji.platform.access.Viewer;
import io.huoji.platform.kernel.Ids;
import io.huoji.platform.kernel.Misuse;
import io.huoji.platform.kernel.Page;
import io.huoji.platform.kernel.Problem;
import io.huoji.platform.org.Directories;
import io.huoji.platform.table.Condition;
import io.huoji.platform.table.field.Operator;
import io.huoji.platform.tenant.Tenants;
import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

@RestController
@RequestMapping("/api/v1")
class ExpectationController {

    record Waiver(@Nullable String reason) {}

    record Assignment(@Nullable JsonNode node, @Nullable JsonNode subject, @Nullable String due,
            @Nullable JsonNode object) {}

    private final Expectations expectations;
    private final ExpectationPresenter presenter;
    private final Nodes nodes;
    private final BusinessObjects objects;
    private final Directories directories;
    private final Tenants tenants;
    private final Clock clock;
    private final JsonMapper json;

    ExpectationController(Expectations expectations, ExpectationPresenter presenter, Nodes nodes,
            BusinessObjects objects, Directories directories, Tenants tenants, Clock clock, JsonMapper json) {
        this.expectations = expectations;
        this.presenter = presenter;
        this.nodes = nodes;
        this.objects = objects;
        this.directories = directories;
        this.tenants = tenants;
        this.clock = clock;
        this.json = json;
    }

    @GetMapping("/expectations")
    @Requires(Permission.EXPECTATIONS_READ)
    Page<ObjectNode> list(Viewer viewer, @RequestParam(required = false) @Nullable String filter,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "false") boolean total, @RequestParam(defaultValue = "false") boolean mine) {
        var condition = Condition.parse(filter, json);
        var page = expectations.list(viewer, new Expectations.Query(mine ? mine(condition) : condition, sort,
                Page.limit(limit), cursor, total));
        return new Page<>(presenter.present(viewer, page.items()), page.nextCursor(), page.total());
    }

    private static Condition mine(@Nullable Condition condition) {
        var me = new Condition.Test("subject", Operator.IS_ME, MissingNode.getInstance());
        return condition == null ? me : new Condition.All(List.of(me, condition));
    }

    @GetMapping("/expectations/{id}")
    @Requires(Permission.EXPECTATIONS_READ)
    ObjectNode one(Viewer viewer, @PathVariable UUID id) {
        return presenter.present(viewer, expectations.one(viewer, id));
    }

    /** A lead asks one person for one action. */
    @PostMapping("/expectations")
    @Requires(Permission.EXPECTATIONS_WAIVE)
    ResponseEntity<ObjectNode> assign(Viewer viewer, @RequestBody Assignment body) {
        List<Problem> problems = new ArrayList<>();
        var people = new PersonReference(directories.of(viewer.tenant()), viewer,
                tenants.byId(viewer.tenant()).dayOf(clock.instant()));
        var node = found(problems, "node", body.node(), "unknown-node", word -> node(viewer, word));
        var person = found(problems, "subject", body.subject(), "unknown-person", people::find);
        var due = due(problems, body.due());
        var object = body.object() == null || body.object().isNull()
                ? null
                : found(problems, "object", body.object(), "unknown-object", word -> object(viewer, word));
        NodeChanges.refuse(problems);
        var made = expectations.assign(viewer, Objects.requireNonNull(node), Objects.requireNonNull(person).id(),
                object, Objects.requireNonNull(due));
        return ResponseEntity.created(URI.create("/api/v1/expectations/" + made.id()))
                .body(presenter.present(viewer, made));
    }

    private static <T> @Nullable T found(List<Problem> problems, String field, @Nullable JsonNode given, String code,
            java.util.function.Function<JsonNode, @Nullable T> find) {
        if (given == null || given.isNull()) {
            problems.add(Problem.at(field, "required"));
            return null;
        }
        var found = find.apply(given);
        if (found == null) {
            var word = given.isString() ? given.stringValue() : given.toString();
            problems.add(Problem.at(field, code, Map.of("value", word)));
        }
        return found;
    }

    private @Nullable Node node(Viewer viewer, JsonNode given) {
        var word = given.isObject() ? given.path("key").asString(given.path("id").asString("")) : given.asString("");
        var byKey = nodes.byKey(viewer.tenant(), word);
        var id = byKey == null ? Ids.parse(word) : null;
        return id == null ? byKey : nodes.byId(viewer.tenant(), id);
    }

    private @Nullable UUID object(Viewer viewer, JsonNode given) {
        try {
            return objects.one(viewer, given.path("type").asString(""), given.path("externalId").asString("")).id();
        } catch (Misuse.NotFound unknown) {
            return null;
        }
    }

    private static @Nullable Instant due(List<Problem> problems, @Nullable String given) {
        if (given == null) {
            problems.add(Problem.at("due", "required"));
            return null;
        }
        try {
            var due = OffsetDateTime.parse(given);
            if (due.getYear() < 9999) {
                return due.toInstant();
            }
        } catch (DateTimeException notOne) {
            // Named below, like one that is too far.
        }
        problems.add(Problem.at("due", "not-an-instant"));
        return null;
    }

    @PostMapping("/expectations/{id}:waive")
    @Requires(Permission.EXPECTATIONS_WAIVE)
    ObjectNode waive(Viewer viewer, @PathVariable UUID id, @RequestBody Waiver body) {
        return presenter.present(viewer, expectations.waive(viewer, id, body.reason()));
    }

    @PostMapping("/expectations/{id}:unwaive")
    @Requires(Permission.EXPECTATIONS_WAIVE)
    ObjectNode unwaive(Viewer viewer, @PathVariable UUID id) {
        return presenter.present(viewer, expectations.unwaive(viewer, id));
    }
}

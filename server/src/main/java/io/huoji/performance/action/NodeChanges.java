package io.huoji.performance.action;

import io.huoji.performance.business.BusinessTypes;
import io.huoji.platform.access.Viewer;
import io.huoji.platform.kernel.Ids;
import io.huoji.platform.kernel.Keys;
import io.huoji.platform.kernel.Misuse;
import io.huoji.platform.kernel.Problem;
import io.huoji.platform.org.Directories;
import io.huoji.platform.table.Table;
import io.huoji.platform.table.Tables;
import io.huoji.platform.tenant.Stamps;
import io.huoji.platform.tenant.TenantId;
import io.huoji.platform.tenant.TenantTransactions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Changes of action nodes: each makes a new version. */
@Service
public class NodeChanges {

    private final Nodes nodes;
    private final AnchorRepository repository;
    private final Directories directories;
    private final BusinessTypes types;
    private final Tables tables;
    private final Ledger ledger;
    private final CadenceMarks marks;
    private final TenantTransactions transactions;
    private final Stamps stamps;
    private final Clock clock;

    NodeChanges(Nodes nodes, AnchorRepository repository, Directories directories, BusinessTypes types, Tables tables,
            Ledger ledger, CadenceMarks marks,
            TenantTransactions transactions, Stamps stamps, Clock clock) {
        this.nodes = nodes;
        this.repository = repository;
        this.directories = directories;
        this.types = types;
        this.tables = tables;
        this.ledger = ledger;
        this.marks = marks;
        this.transactions = transactions;
        this.stamps = stamps;
        this.clock = clock;
    }

    public Node create(Viewer viewer, JsonNode body) {
        return change(viewer.tenant(), () -> {
            List<Problem> problems = new ArrayList<>();
            var reading = reading(viewer.tenant(), body, problems);
            var version = reading.version(null, clock.instant());
            var node = new Node(Ids.next(), key(viewer.tenant(), reading, problems),
                    scene(viewer.tenant(), body, null, problems), table(viewer.tenant(), reading, problems),
                    position(body, nodes.of(viewer.tenant()).nodes().size(), problems), false, List.of(version));
            refuse(problems);
            repository.insert(viewer.tenant(), node, viewer.person());
            marks.begin(viewer.tenant(), node);
            return node;
        });
    }

    /** Makes the node of an option that was added to a table's action type: done by hand, by anyone. */
    Node createOption(Viewer viewer, UUID table, String name, @Nullable String key) {
        var body = JsonNodeFactory.instance.objectNode().put("name", name);
        body.put("table", tableOf(viewer.tenant(), table).key());
        if (key != null) {
            body.put("key", key);
        }
        return create(viewer, body);
    }

    public Node change(Viewer viewer, String key, JsonNode body, @Nullable Long ifMatch) {
        return change(viewer.tenant(), () -> {
            var node = nodes.known(viewer.tenant(), key);
            if (ifMatch != null && ifMatch != node.current().version()) {
                throw new Misuse.Stale(node.current().version());
            }
            List<Problem> problems = new ArrayList<>();
            var reading = reading(viewer.tenant(), body, problems);
            var version = reading.version(node.current(), clock.instant());
            fixed(viewer.tenant(), reading, node, problems);
            boolean isNew = !same(version, node.current());
            var versions = new ArrayList<>(node.versions());
            if (isNew) {
                versions.add(version);
            }
            var changed = new Node(node.id(), key, scene(viewer.tenant(), body, node.scene(), problems), node.table(),
                    position(body, node.position(), problems), false, versions);
            refuse(problems);
            repository.update(viewer.tenant(), changed, isNew, viewer.person());
            marks.begin(viewer.tenant(), changed);
            return changed;
        });
    }

    /** Takes the node out of use: its records and past expectations stay, the open ones are cancelled. */
    void delete(Viewer viewer, String key) {
        change(viewer.tenant(), () -> {
            var node = nodes.known(viewer.tenant(), key);
            repository.delete(viewer.tenant(), node.id(), clock.instant());
            ledger.cancelOpen(viewer.tenant(), node.id(), null);
            return node;
        });
    }

    /** The stamp's row, moved first, keeps other changes waiting: so each builds on the one before. */
    private <T> T change(TenantId tenant, Supplier<T> work) {
        return transactions.in(tenant, () -> {
            stamps.bump(tenant);
            return work.get();
        });
    }

    private NodeReading reading(TenantId tenant, JsonNode body, List<Problem> problems) {
        if (!body.isObject()) {
            throw new Misuse.Malformed(Problem.at("", "wrong-type", Map.of("type", "object")));
        }
        for (var name : body.propertyNames()) {
            if (!NodeReading.PROPERTIES.contains(name) && !NodeReading.ECHO.contains(name)) {
                problems.add(Problem.at(name, "unknown-property", Map.of("name", name)));
            }
        }
        return new NodeReading(body, directories.of(tenant), types.of(tenant), problems);
    }

    private String key(TenantId tenant, NodeReading reading, List<Problem> problems) {
        var anchors = nodes.of(tenant);
        if (!reading.words().given("key")) {
            return IntStream.iterate(1, number -> number + 1).mapToObj(number -> "node-" + number)
                    .filter(key -> !anchors.isTaken(key)).findFirst().orElseThrow();
        }
        var key = reading.words().text("key", 64, true);
        if (!key.isEmpty() && !Keys.isKey(key)) {
            problems.add(Problem.at("key", "bad-key"));
        }
        if (anchors.isTaken(key)) {
            throw new Misuse.Conflict(Problem.at("key", "key-taken", Map.of("value", key)));
        }
        return key;
    }

    private @Nullable UUID scene(TenantId tenant, JsonNode body, @Nullable UUID before, List<Problem> problems) {
        var given = body.path("scene");
        if (given.isMissingNode() || given.isNull()) {
            return given.isMissingNode() ? before : null;
        }
        var scene = nodes.of(tenant).scene(given.asString(""));
        if (scene == null) {
            problems.add(Problem.at("scene", "unknown-scene", Map.of("value", given.asString(""))));
        }
        return scene == null ? null : scene.id();
    }

    private UUID table(TenantId tenant, NodeReading reading, List<Problem> problems) {
        var key = reading.words().text("table", 64, true);
        var table = tables.list(tenant).stream().filter(known -> known.key().equals(key)).findFirst().orElse(null);
        if (table == null || !table.isActionTable()) {
            if (!key.isEmpty()) {
                problems.add(Problem.at("table", table == null ? "unknown-table" : "no-action-table",
                        Map.of("value", key)));
            }
            return new UUID(0, 0);
        }
        return table.id();
    }

    private void fixed(TenantId tenant, NodeReading reading, Node node, List<Problem> problems) {
        if (reading.words().given("key") && !reading.words().text("key", 64, true).equals(node.key())) {
            problems.add(Problem.at("key", "can-not-change"));
        }
        Table table = tableOf(tenant, node.table());
        if (reading.words().given("table") && !reading.words().text("table", 64, true).equals(table.key())) {
            problems.add(Problem.at("table", "can-not-change"));
        }
    }

    private Table tableOf(TenantId tenant, UUID id) {
        var table = tables.find(tenant, id);
        if (table == null) {
            throw new Misuse.NotFound("table", id);
        }
        return table;
    }

    private static int position(JsonNode body, int otherwise, List<Problem> problems) {
        var given = body.path("position");
        if (given.isMissingNode() || given.isNull()) {
            return otherwise;
        }
        if (!given.isInt()) {
            problems.add(Problem.at("position", "wrong-type", Map.of("type", "number")));
        }
        return given.asInt(0);
    }

    private static boolean same(NodeVersion one, NodeVersion other) {
        return new NodeVersion(0, one.name(), one.why(), one.assignee(), one.trigger(), one.grace(), one.dueSoon(),
                one.evidence(), one.weight().stripTrailingZeros(), one.validFrom(), one.validUntil(),
                other.createdAt())
                .equals(new NodeVersion(0, other.name(), other.why(), other.assignee(), other.trigger(), other.grace(),
                        other.dueSoon(), other.evidence(), other.weight().stripTrailingZeros(), other.validFrom(),
                        other.validUntil(), other.createdAt()));
    }

    static void refuse(List<Problem> problems) {
        if (problems.stream().anyMatch(problem -> Set.of("unknown-property").contains(problem.code()))) {
            throw new Misuse.Malformed(problems.toArray(Problem[]::new));
        }
        if (!problems.isEmpty()) {
            throw new Misuse.Refused(problems);
        }
    }
}

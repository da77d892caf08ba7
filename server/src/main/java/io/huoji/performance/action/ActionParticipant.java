package io.huoji.performance.action;

import io.huoji.performance.action.LedgerRepository.Group;
import io.huoji.platform.access.Viewer;
import io.huoji.platform.kernel.Problem;
import io.huoji.platform.table.Cell;
import io.huoji.platform.table.Field;
import io.huoji.platform.table.RecordGroup;
import io.huoji.platform.table.RecordParticipant;
import io.huoji.platform.table.RecordRow;
import io.huoji.platform.table.RecordWrite;
import io.huoji.platform.table.Roles;
import io.huoji.platform.table.Statement;
import io.huoji.platform.table.Table;
import io.huoji.platform.tenant.Tenant;
import io.huoji.platform.tenant.TenantId;
import io.huoji.platform.tenant.Tenants;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What makes a record of an action table an action: its time, its proof, and the expectation that it meets. */
@Component
class ActionParticipant implements RecordParticipant {

    /** What an answer says of the expectation that a record closes; read by {@link #present}. */
    private static final String FACTS = """
            x.closed_by, json_build_object('id', x.id, 'due', (extract(epoch from x.due_at) * 1000)::bigint,
                                           'onTime', x.closed_at <= x.grace_until)::text""";

    private static final String OF_RECORDS = "select " + FACTS
            + " from expectation x where x.tenant_id = ? and x.closed_by = any(?::uuid[])";

    private static final String CLOSE = """
            update expectation x set closed_by = ?, closed_at = ?
            where tenant_id = ? and id = (
                select id from expectation
                where tenant_id = ? and person_id = ? and node_id = ? and (object_id is null or object_id = ?)
                  and closed_by is null and exempt_at is null and cancelled_at is null
                  and opens_at <= ? and (grace_until >= ? or closes_at is null or closes_at > ?)
                order by grace_until < ?, due_at, id limit 1)
            and\s""";
    private static final String RETURNING = " returning " + FACTS;

    private final Nodes nodes;
    private final Settlement settlement;
    private final Tenants tenants;

    ActionParticipant(Nodes nodes, Settlement settlement, Tenants tenants) {
        this.nodes = nodes;
        this.settlement = settlement;
        this.tenants = tenants;
    }

    @Override
    public boolean concerns(Table table) {
        return table.isActionTable();
    }

    @Override
    public RecordRow check(Viewer viewer, Table table, @Nullable RecordRow before, RecordRow row,
            List<Problem> problems) {
        var node = row.kind() == null ? null : nodes.byId(viewer.tenant(), row.kind());
        if (node == null) {
            return row;
        }
        var kept = before != null && node.id().equals(before.kind()) ? before.who().kindVersion() : null;
        var version = kept == null
                ? node.versionInForce(claimed(row), tenants.byId(viewer.tenant()))
                : node.version(kept);
        var timed = timed(row, version).withKindVersion(version.version());
        if (kept == null) {
            checkNode(tenants.byId(viewer.tenant()), table, node, version, timed, problems);
        }
        return proven(table, before, timed, version, problems);
    }

    private static Instant claimed(RecordRow row) {
        return row.occurredAt() == null ? row.receivedAt() : row.occurredAt();
    }

    /** τ = when it happened, unless it was filed later than the node allows: then when it was filed. */
    private static RecordRow timed(RecordRow row, NodeVersion version) {
        var claimed = claimed(row);
        boolean isLate = !row.source().isTrusted()
                && Duration.between(claimed, row.receivedAt()).compareTo(version.trigger().allowance()) > 0;
        return row.effective(isLate ? row.receivedAt() : claimed, isLate);
    }

    private static void checkNode(Tenant tenant, Table table, Node node, NodeVersion version, RecordRow row,
            List<Problem> problems) {
        var path = path(table.role(Roles.NODE), "node");
        if (!node.table().equals(table.id()) || node.isDeleted()) {
            problems.add(Problem.at(path, "node-of-other-table", Map.of("node", node.name())));
        } else if (!version.isValidOn(tenant.dayOf(row.effectiveAt()))) {
            problems.add(Problem.at(path, "node-not-valid", Map.of("node", version.name())));
        }
    }

    private static RecordRow proven(Table table, @Nullable RecordRow before, RecordRow row, NodeVersion version,
            List<Problem> problems) {
        var field = table.role(Roles.EVIDENCE);
        var gate = EvidenceGate.of(version.evidence(), field == null ? null : row.fields().get(field.key()));
        var path = path(field, "evidence");
        for (var item : gate.missing()) {
            problems.add(Problem.at(path, "evidence-missing", Map.of("kind", item.kind().key(),
                    "min", item.min(), "has", gate.count(item), "node", version.name())));
        }
        var since = before == null && row.source().isTrusted() ? row.effectiveAt() : row.updatedAt();
        return row.with(gate.proof(before == null ? null : before.proof(), since));
    }

    private static String path(@Nullable Field field, String otherwise) {
        return "fields." + (field == null ? otherwise : field.key());
    }

    @Override
    public List<Statement> beside(TenantId tenant, RecordRow row) {
        if (row.subject() == null || row.kind() == null || !counts(row)) {
            return List.of();
        }
        var newest = RecordGroup.isNewest(tenant, row);
        List<@Nullable Object> params = new ArrayList<>();
        params.add(row.id());
        params.add(row.effectiveAt());
        params.add(tenant.value());
        params.add(tenant.value());
        params.add(row.subject());
        params.add(row.kind());
        params.add(row.object());
        for (int i = 0; i < 4; i++) {
            params.add(row.effectiveAt());
        }
        params.addAll(newest.params());
        return List.of(new Statement(CLOSE + newest.sql() + RETURNING, params));
    }

    @Override
    public List<Cell> settle(TenantId tenant, List<RecordWrite> writes) {
        Set<Group> groups = new LinkedHashSet<>();
        for (var write : writes) {
            if (write.before() == null || !stands(write.before()).equals(stands(write.after()))) {
                add(groups, write.before());
                add(groups, write.after());
            }
        }
        return settlement.settle(tenant, groups);
    }

    /** All that matching looks at. */
    private static List<@Nullable Object> stands(RecordRow row) {
        List<@Nullable Object> stands = new ArrayList<>();
        stands.add(row.subject());
        stands.add(row.kind());
        stands.add(row.object());
        stands.add(row.effectiveAt());
        stands.add(counts(row));
        return stands;
    }

    private static void add(Set<Group> groups, @Nullable RecordRow row) {
        if (row != null && row.subject() != null && row.kind() != null) {
            groups.add(new Group(row.subject(), row.kind()));
        }
    }

    private static boolean counts(RecordRow row) {
        return !row.isDeleted()
                && (row.confirmation().equals(RecordRow.NO_CONFIRMATION) || row.confirmation().equals("confirmed"));
    }

    @Override
    public @Nullable Statement facts(TenantId tenant, List<UUID> records) {
        return records.isEmpty() ? null : Statement.of(OF_RECORDS, tenant.value(), records.toArray(UUID[]::new));
    }

    @Override
    public void present(RecordRow row, @Nullable JsonNode facts, ObjectNode answer) {
        if (row.kind() == null || !counts(row)) {
            return;
        }
        answer.put("unplanned", facts == null);
        if (facts != null) {
            var state = facts.path("onTime").asBoolean() ? ExpectationState.DONE : ExpectationState.DONE_LATE;
            answer.putObject("expectation")
                    .put("id", facts.path("id").asString())
                    .put("state", state.key())
                    .put("due", Instant.ofEpochMilli(facts.path("due").asLong()).toString());
        }
    }
}

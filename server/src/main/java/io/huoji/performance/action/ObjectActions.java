package io.huoji.performance.action;

import io.huoji.platform.access.Permission;
import io.huoji.platform.access.Viewer;
import io.huoji.platform.org.Directories;
import io.huoji.platform.table.Condition;
import io.huoji.platform.table.Tables;
import io.huoji.platform.table.field.Operator;
import io.huoji.platform.tenant.TenantTransactions;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** The actions about a business object, and what is expected about it, as far as the viewer may know. */
@Repository
class ObjectActions {

    private static final int MOST = 100;

    private record Action(UUID id, UUID table, @Nullable UUID node, @Nullable UUID person, OffsetDateTime at,
            @Nullable String level) {}

    private final JdbcClient jdbc;
    private final Expectations expectations;
    private final ExpectationPresenter presenter;
    private final Nodes nodes;
    private final Tables tables;
    private final Directories directories;
    private final TenantTransactions transactions;

    ObjectActions(JdbcClient jdbc, Expectations expectations, ExpectationPresenter presenter, Nodes nodes,
            Tables tables, Directories directories, TenantTransactions transactions) {
        this.jdbc = jdbc;
        this.expectations = expectations;
        this.presenter = presenter;
        this.nodes = nodes;
        this.tables = tables;
        this.directories = directories;
        this.transactions = transactions;
    }

    void present(Viewer viewer, UUID object, ObjectNode answer) {
        if (viewer.may(Permission.RECORDS_READ)) {
            var list = answer.putArray("actions");
            transactions.in(viewer.tenant(), () -> read(viewer, object)).forEach(action -> put(viewer, action,
                    list.addObject()));
        }
        if (viewer.may(Permission.EXPECTATIONS_READ)) {
            var about = new Condition.Test("object", Operator.EQ, StringNode.valueOf(object.toString()));
            var rows = expectations.list(viewer, new Expectations.Query(about, "-due", MOST, null, false));
            answer.putArray("expectations").addAll(presenter.present(viewer, rows.items()));
        }
    }

    private java.util.List<Action> read(Viewer viewer, UUID object) {
        return jdbc.sql("""
                select r.id, r.table_id, r.kind_id, r.subject_id, r.effective_at, coalesce(r.lead_level, r.level)
                from record r
                where r.tenant_id = :tenant and r.object_id = :object and r.deleted_at is null
                  and r.effective_at is not null and %s
                order by r.effective_at desc limit :limit
                """.formatted(viewer.scope().sql("r.unit_id", "r.subject_id")))
                .param("tenant", viewer.tenant().value())
                .param("object", object)
                .param("limit", MOST)
                .params(viewer.scope().parameters())
                .query((row, number) -> new Action(row.getObject(1, UUID.class), row.getObject(2, UUID.class),
                        row.getObject(3, UUID.class), row.getObject(4, UUID.class),
                        row.getObject(5, OffsetDateTime.class), row.getString(6)))
                .list();
    }

    private void put(Viewer viewer, Action action, ObjectNode json) {
        var table = tables.find(viewer.tenant(), action.table());
        var node = action.node() == null ? null : nodes.byId(viewer.tenant(), action.node());
        json.put("id", action.id().toString());
        json.put("table", table == null ? null : table.key());
        json.set("node", node == null ? null : NodeJson.named(node.id(), "key", node.key(), node.name()));
        json.set("subject", NodeJson.person(directories.of(viewer.tenant()), action.person()));
        json.put("effectiveAt", action.at().toInstant().toString());
        json.put("level", action.level());
    }
}

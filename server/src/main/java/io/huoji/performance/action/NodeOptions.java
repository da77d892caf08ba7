package io.huoji.performance.action;

import io.huoji.platform.access.Permission;
import io.huoji.platform.access.Viewer;
import io.huoji.platform.kernel.Keys;
import io.huoji.platform.kernel.Problem;
import io.huoji.platform.table.field.FieldContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.JsonNode;

/** Makes nodes of the options that an admin adds to a table's action type. */
@Component
class NodeOptions {

    private static final int MOST = 200;
    private static final int LONGEST = 200;

    /** An option that is no node yet. */
    private record Option(String name, @Nullable String key) {}

    private final Nodes nodes;
    // Tables know the field types, and changing nodes needs the tables: hence asked for when needed.
    private final ObjectProvider<NodeChanges> changes;

    NodeOptions(Nodes nodes, ObjectProvider<NodeChanges> changes) {
        this.nodes = nodes;
        this.changes = changes;
    }

    /** Within the transaction that changes the table; the nodes are made at its end, when a new table is there, too. */
    void add(JsonNode wanted, FieldContext field, List<Problem> problems) {
        int before = problems.size();
        if (!wanted.isArray() || wanted.size() > MOST) {
            problems.add(field.problem(".options", "bad-options", Map.of("max", MOST)));
            return;
        }
        List<Option> fresh = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            var option = option(wanted.get(i), field, ".options[%d]".formatted(i), problems);
            if (option != null && isNew(option, field)) {
                fresh.add(option);
            }
        }
        if (problems.size() == before && !fresh.isEmpty()) {
            makeAtTheEnd(field.viewer(), field.table(), fresh);
        }
    }

    private boolean isNew(Option option, FieldContext field) {
        return nodes.ofTable(field.tenant().id(), field.table()).stream()
                .noneMatch(node -> option.key() == null
                        ? node.name().equals(option.name())
                        : node.key().equals(option.key()));
    }

    private static @Nullable Option option(JsonNode json, FieldContext field, String path, List<Problem> problems) {
        var name = json.isString()
                ? json.stringValue().strip()
                : json.path("name").asString(json.path("label").asString("")).strip();
        var key = json.path("key").isString() ? json.path("key").stringValue() : null;
        if (name.isEmpty() || name.length() > LONGEST || name.indexOf('\0') >= 0) {
            problems.add(field.problem(path + ".name", "required", Map.of()));
            return null;
        }
        if (key != null && !Keys.isKey(key)) {
            problems.add(field.problem(path + ".key", "bad-key", Map.of()));
            return null;
        }
        return new Option(name, key);
    }

    private void makeAtTheEnd(Viewer viewer, UUID table, List<Option> options) {
        viewer.needs(Permission.NODES_WRITE);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void beforeCommit(boolean readOnly) {
                options.forEach(option -> changes.getObject().createOption(viewer, table, option.name(),
                        option.key()));
            }
        });
    }
}

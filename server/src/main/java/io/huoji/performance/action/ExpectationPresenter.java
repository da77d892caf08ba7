package io.huoji.performance.action;

import io.huoji.performance.business.BusinessObjects;
import io.huoji.performance.business.ObjectCard;
import io.huoji.platform.access.Viewer;
import io.huoji.platform.org.Directories;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Expectations as the API answers them. */
@Component
class ExpectationPresenter {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Nodes nodes;
    private final BusinessObjects objects;
    private final Directories directories;

    ExpectationPresenter(Nodes nodes, BusinessObjects objects, Directories directories) {
        this.nodes = nodes;
        this.objects = objects;
        this.directories = directories;
    }

    List<ObjectNode> present(Viewer viewer, Collection<Expectation> rows) {
        var cards = objects.cards(viewer.tenant(),
                rows.stream().map(Expectation::object).filter(Objects::nonNull).distinct().toList());
        return rows.stream().map(row -> present(viewer, row, cards)).toList();
    }

    ObjectNode present(Viewer viewer, Expectation row) {
        return present(viewer, List.of(row)).getFirst();
    }

    private ObjectNode present(Viewer viewer, Expectation row, Map<UUID, ObjectCard> cards) {
        var directory = directories.of(viewer.tenant());
        var node = nodes.byId(viewer.tenant(), row.node());
        var json = JSON.objectNode().put("id", row.id().toString());
        if (node != null) {
            var version = node.version(row.nodeVersion());
            json.set("node", NodeJson.named(node.id(), "key", node.key(), node.name()));
            json.put("nodeName", version.name());
            json.set("evidence", NodeJson.evidence(version.evidence()));
        }
        json.put("nodeVersion", row.nodeVersion());
        json.set("subject", NodeJson.person(directory, row.person()));
        json.set("unit", NodeJson.unit(directory, row.unit()));
        json.set("object", card(row.object() == null ? null : cards.get(row.object())));
        json.put("opens", row.window().opens().toString());
        json.put("due", row.window().due().toString());
        json.put("closes", row.window().closes() == null ? null : row.window().closes().toString());
        json.put("countsOn", row.window().countsOn().toString());
        json.put("state", row.state().key());
        json.put("record", row.mark().closedBy() == null ? null : row.mark().closedBy().toString());
        if (row.mark().exemptAt() != null) {
            json.putObject("exempt")
                    .put("at", row.mark().exemptAt().toString())
                    .put("reason", row.mark().exemptReason())
                    .set("by", NodeJson.person(directory, row.mark().exemptBy()));
        }
        return json;
    }

    static @Nullable ObjectNode card(@Nullable ObjectCard card) {
        return card == null
                ? null
                : JSON.objectNode().put("id", card.id().toString()).put("type", card.type())
                        .put("externalId", card.externalId()).put("name", card.name());
    }
}

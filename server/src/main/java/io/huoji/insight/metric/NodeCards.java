package io.huoji.insight.metric;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All nodes of a tenant, the deleted ones too: old figures still name them. */
public final class NodeCards {

    private final List<NodeCard> all;
    private final Map<UUID, NodeCard> byId;
    private final Map<String, NodeCard> byKey;

    NodeCards(List<NodeCard> all) {
        this.all = List.copyOf(all);
        this.byId = all.stream().collect(Collectors.toMap(NodeCard::id, Function.identity()));
        this.byKey = all.stream().collect(Collectors.toMap(NodeCard::key, Function.identity()));
    }

    public List<NodeCard> all() {
        return all;
    }

    public @Nullable NodeCard byId(UUID id) {
        return byId.get(id);
    }

    public @Nullable NodeCard byKey(String key) {
        return byKey.get(key);
    }
}

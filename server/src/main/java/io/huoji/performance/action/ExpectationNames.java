package io.huoji.performance.action;

import io.huoji.performance.business.BusinessObjects;
import io.huoji.performance.business.BusinessTypes;
import io.huoji.performance.business.ObjectName;
import io.huoji.platform.kernel.Ids;
import io.huoji.platform.org.Directory;
import io.huoji.platform.tenant.TenantId;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Finds what a condition over the ledger names. */
record ExpectationNames(TenantId tenant, Directory directory, Anchors anchors, BusinessObjects objects,
        BusinessTypes types) {

    /** The id of no row. */
    static final UUID NOTHING = new UUID(0, 0);

    UUID person(JsonNode value) {
        return id(value, "code", word -> {
            var person = directory.personByCode(word);
            return person == null ? null : person.id();
        });
    }

    UUID unit(JsonNode value) {
        return id(value, "code", word -> {
            var unit = directory.unitByCode(word);
            return unit == null ? null : unit.id();
        });
    }

    UUID node(JsonNode value) {
        return id(value, "key", word -> {
            var node = anchors.byKey(word);
            return node == null ? null : node.id();
        });
    }

    UUID object(JsonNode value) {
        var type = types.of(tenant).objectType(value.path("type").asString(""));
        if (type == null) {
            return id(value, "id", word -> null);
        }
        var name = new ObjectName(type.id(), value.path("externalId").asString(""));
        var found = objects.find(tenant, List.of(name)).get(name);
        return found == null ? NOTHING : found.id();
    }

    /** What is named by its key, its id, or as the API answers it; what nobody knows matches no row. */
    private static UUID id(JsonNode value, String keyName, Function<String, @Nullable UUID> byKey) {
        var word = value.isObject() ? value.path("id").asString(value.path(keyName).asString("")) : value.asString("");
        var known = byKey.apply(word);
        var asId = known == null ? Ids.parse(word) : known;
        return asId == null ? NOTHING : asId;
    }
}

package io.huoji.insight.dashboard;

import io.huoji.insight.metric.FigureSettings;
import io.huoji.insight.metric.NodeCard;
import io.huoji.platform.access.Viewer;
import io.huoji.platform.org.Directories;
import io.huoji.platform.org.Directory;
import io.huoji.platform.org.Person;
import io.huoji.platform.org.Unit;
import io.huoji.platform.table.Field;
import io.huoji.platform.table.Roles;
import io.huoji.platform.table.Table;
import io.huoji.platform.table.Tables;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The newest actions that the viewer may know of, as records with those fields that have a role. */
@Component
class LatestActions {

    private final BoardRepository repository;
    private final Tables tables;
    private final Directories directories;
    private final FigureSettings figures;
    private final JsonMapper json;

    LatestActions(BoardRepository repository, Tables tables, Directories directories, FigureSettings figures,
            JsonMapper json) {
        this.repository = repository;
        this.tables = tables;
        this.directories = directories;
        this.figures = figures;
        this.json = json;
    }

    List<Map<String, Object>> of(Viewer viewer, @Nullable Set<UUID> units) {
        List<Map<String, Object>> items = new ArrayList<>();
        for (BoardRepository.Action action : repository.latest(viewer, units)) {
            Table table = tables.find(viewer.tenant(), action.table());
            if (table != null) {
                items.add(present(viewer, table, action));
            }
        }
        return items;
    }

    private Map<String, Object> present(Viewer viewer, Table table, BoardRepository.Action action) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("id", action.id());
        item.put("table", table.key());
        item.put("effectiveAt", action.effectiveAt().withOffsetSameInstant(ZoneOffset.UTC));
        item.put("receivedAt", action.receivedAt().withOffsetSameInstant(ZoneOffset.UTC));
        item.put("late", action.late());
        item.put("fields", fields(viewer, table, action));
        return item;
    }

    private Map<String, Object> fields(Viewer viewer, Table table, BoardRepository.Action action) {
        Directory directory = directories.of(viewer.tenant());
        JsonNode custom = json.readTree(action.fields());
        Map<String, Object> fields = new LinkedHashMap<>();
        put(fields, table.role(Roles.NODE), node(viewer, action.node()));
        put(fields, table.role(Roles.SUBJECT), person(directory, action.subject()));
        put(fields, table.role(Roles.UNIT), unit(directory, action.unit()));
        put(fields, table.role(Roles.OBJECT), object(action));
        Field quality = table.role(Roles.QUALITY);
        if (quality != null && custom.hasNonNull(quality.key())) {
            fields.put(quality.key(), custom.get(quality.key()));
        }
        return fields;
    }

    private static void put(Map<String, Object> fields, @Nullable Field field, @Nullable Object value) {
        if (field != null && value != null) {
            fields.put(field.key(), value);
        }
    }

    private @Nullable Object node(Viewer viewer, UUID id) {
        NodeCard node = figures.nodes(viewer.tenant()).byId(id);
        return node == null ? null : Map.of("id", id, "key", node.key(), "name", node.name());
    }

    private static @Nullable Object person(Directory directory, @Nullable UUID id) {
        Person person = id == null ? null : directory.person(id);
        return person == null ? null : Map.of("id", person.id(), "code", person.code(), "name", person.name());
    }

    private static @Nullable Object unit(Directory directory, @Nullable UUID id) {
        Unit unit = id == null ? null : directory.unit(id);
        return unit == null ? null : Map.of("id", unit.id(), "code", unit.code(), "name", unit.name());
    }

    private static @Nullable Object object(BoardRepository.Action action) {
        return action.object() == null || action.objectId() == null || action.objectName() == null
                ? null
                : Map.of("id", action.object(), "externalId", action.objectId(), "name", action.objectName());
    }
}

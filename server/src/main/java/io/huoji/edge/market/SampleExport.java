package io.huoji.edge.market;

import io.huoji.platform.access.Permission;
import io.huoji.platform.access.Viewer;
import io.huoji.platform.table.Field;
import io.huoji.platform.table.RecordQuery;
import io.huoji.platform.table.Records;
import io.huoji.platform.table.Roles;
import io.huoji.platform.table.StoredRecord;
import io.huoji.platform.table.Table;
import io.huoji.platform.tenant.Tenant;
import io.huoji.platform.tenant.Tenants;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The newest records of tables as sample records of a file: no people, units, objects, contacts or files, and days counted back from today. */
@Component
class SampleExport {

    private static final RecordQuery NEWEST = new RecordQuery(null, "-createdAt", 100, null, false, false);
    private static final int MOST_TABLES = 5;
    private static final Set<String> STAY_AT_HOME = Set.of("person", "persons", "unit", "units", "role", "object",
            "evidence", "attachment", "photo", "recording", "signature", "location", "email", "phone");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final Records records;
    private final Tenants tenants;
    private final Clock clock;

    SampleExport(Records records, Tenants tenants, Clock clock) {
        this.records = records;
        this.tenants = tenants;
        this.clock = clock;
    }

    ArrayNode records(Viewer viewer, List<Table> tables, Names names) {
        viewer.needs(Permission.RECORDS_READ);
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        Tenant tenant = tenants.byId(viewer.tenant());
        for (Table table : tables.subList(0, Math.min(tables.size(), MOST_TABLES)))
            for (StoredRecord record : records.list(viewer, table.key(), NEWEST).items())
                list.add(record(tenant, table, record, names));
        return list;
    }

    private ObjectNode record(Tenant tenant, Table table, StoredRecord record, Names names) {
        JsonNode said = record.json().path("occurredAt");
        Instant at = Instant.parse((said.isString() ? said : record.json().path("createdAt")).asString(""));
        ObjectNode one = JsonNodeFactory.instance.objectNode();
        one.put("table", names.inFile(Kind.TABLE, table.key()));
        one.put("daysAgo", (int) Math.max(0, Math.min(3650,
                ChronoUnit.DAYS.between(tenant.dayOf(at), tenant.dayOf(clock.instant())))));
        one.put("time", TIME.format(at.atZone(tenant.zone())));
        ObjectNode fields = one.putObject("fields");
        for (Field field : table.fields()) {
            JsonNode value = record.json().path("fields").path(field.key());
            boolean stays = STAY_AT_HOME.contains(field.type().key()) || field.hasRole(Roles.OCCURRED_AT);
            if (value.isMissingNode() || value.isNull() || stays)
                continue;
            if (field.type().key().equals("node"))
                fields.put(field.key(), names.inFile(Kind.NODE, value.path("key").asString("")));
            else
                fields.set(field.key(), value);
        }
        return one;
    }
}

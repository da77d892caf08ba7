package io.huoji.platform.table;

import io.huoji.platform.tenant.TenantId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The statements that write rows of the record table; their text depends on nothing but whether slots are in use. */
final class RecordColumns {

    /** What a record is born with and keeps. */
    private static final List<String> BORN = List.of("tenant_id uuid", "id uuid", "table_id uuid",
            "created_at timestamptz",
            "created_by uuid", "received_at timestamptz", "source text", "external_source text", "external_id text");
    private static final List<String> CHANGING = List.of("subject_id uuid", "unit_id uuid", "kind_id uuid",
            "kind_version int", "object_id uuid", "occurred_at timestamptz", "effective_at timestamptz", "late boolean",
            "level text", "lead_level text", "evidence_needed smallint", "evidence_present smallint",
            "evidence_complete boolean", "evidence_complete_at timestamptz", "confirmation text", "fields jsonb",
            "version bigint", "updated_at timestamptz", "updated_by uuid", "deleted_at timestamptz", "deleted_by uuid");
    private static final List<String> SLOTS = SlotValues.NAMES.stream()
            .map(name -> name + SlotValues.TYPES.get(name.charAt(0)))
            .toList();

    /** To be continued by a condition. */
    private static final String SELECT = "insert into record (%s) select %s where ";
    private static final String VALUES = "insert into record (%s) values (%s)";
    private static final String SELECT_PLAIN = insert(SELECT, List.of());
    private static final String SELECT_SLOTS = insert(SELECT, SLOTS);
    private static final String VALUES_PLAIN = insert(VALUES, List.of());
    private static final String VALUES_SLOTS = insert(VALUES, SLOTS);
    private static final String CHANGE = "update record set "
            + Stream.concat(CHANGING.stream(), SLOTS.stream())
                    .map(column -> name(column) + " = ?::" + type(column))
                    .collect(Collectors.joining(", "))
            + " where tenant_id = ? and id = ? and version = ?";

    private RecordColumns() {}

    static Statement insert(TenantId tenant, RecordRow row, Table table) {
        boolean slots = SlotValues.areUsed(table);
        return new Statement(slots ? VALUES_SLOTS : VALUES_PLAIN, values(tenant, row, table, slots));
    }

    static Statement insertWhere(TenantId tenant, RecordRow row, Table table, Statement condition) {
        boolean slots = SlotValues.areUsed(table);
        List<@Nullable Object> params = values(tenant, row, table, slots);
        params.addAll(condition.params());
        return new Statement((slots ? SELECT_SLOTS : SELECT_PLAIN) + condition.sql(), params);
    }

    /** Changes the row if the stored one is still of the version before. */
    static Statement change(TenantId tenant, RecordRow before, RecordRow row, Table table) {
        List<@Nullable Object> params = changing(row);
        params.addAll(SlotValues.of(table, row));
        Collections.addAll(params, tenant.value(), row.id(), before.version());
        return new Statement(CHANGE, params);
    }

    private static String insert(String form, List<String> slots) {
        List<String> columns = Stream.of(BORN, CHANGING, slots).flatMap(List::stream).toList();
        return form.formatted(columns.stream().map(RecordColumns::name).collect(Collectors.joining(", ")),
                columns.stream().map(column -> "?::" + type(column)).collect(Collectors.joining(", ")));
    }

    private static String name(String column) {
        return column.substring(0, column.indexOf(' '));
    }

    private static String type(String column) {
        return column.substring(column.indexOf(' ') + 1);
    }

    private static List<@Nullable Object> values(TenantId tenant, RecordRow row, Table table, boolean slots) {
        List<@Nullable Object> values = new ArrayList<>(48);
        Collections.addAll(values, tenant.value(), row.id(), row.table(), row.trace().createdAt(),
                row.trace().createdBy(), row.receivedAt(), row.source().key(), row.origin().externalSource(),
                row.origin().externalId());
        values.addAll(changing(row));
        if (slots)
            values.addAll(SlotValues.of(table, row));
        return values;
    }

    private static List<@Nullable Object> changing(RecordRow row) {
        List<@Nullable Object> values = new ArrayList<>(40);
        Collections.addAll(values, row.subject(), row.unit(), row.kind(), row.kindVersion(), row.object(),
                row.occurredAt(), row.effectiveAt(), row.late(), row.levels().own(), row.levels().lead(),
                row.proof().needed(), row.proof().present(), row.proof().complete(), row.proof().completeAt(),
                row.confirmation(), row.fields().toString(), row.version(), row.updatedAt(), row.trace().updatedBy(),
                row.trace().deletedAt(), row.trace().deletedBy());
        return values;
    }
}

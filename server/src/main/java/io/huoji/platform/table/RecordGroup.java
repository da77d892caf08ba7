package io.huoji.platform.table;

import io.huoji.platform.tenant.TenantId;

/** Records of one subject and kind: what is settled together, in order of effective time and id. */
public final class RecordGroup {

    private static final String NEWEST = """
            not exists (select 1 from record where tenant_id = ? and subject_id = ? and kind_id = ?
            and deleted_at is null and (effective_at, id) > (?, ?))""";

    private RecordGroup() {}

    /**
     * A condition for a WHERE clause: no record of the row's group comes after it. Objects do not divide the group, because an
     * expectation without object takes a record about any.
     */
    public static Statement isNewest(TenantId tenant, RecordRow row) {
        return Statement.of(NEWEST, tenant.value(), row.subject(), row.kind(), row.effectiveAt(), row.id());
    }
}

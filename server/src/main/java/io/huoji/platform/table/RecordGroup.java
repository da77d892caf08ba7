package io.huoji.platform.table;

import io.huoji.platform.tenant.TenantId;

/**
 * Records of one subject and kind: what is settled together, in order of effective time and id. Their objects do not part
 * them, as an expectation without an object takes an action about any.
 */
public final class RecordGroup {

    private static final String NEWEST = """
            not exists (select 1 from record where tenant_id = ? and subject_id = ? and kind_id = ?
            and deleted_at is null and (effective_at, id) > (?, ?))""";

    private RecordGroup() {}

    /** A condition for a WHERE clause: no record of the row's group comes after it. */
    public static Statement isNewest(TenantId tenant, RecordRow row) {
        return Statement.of(NEWEST, tenant.value(), row.subject(), row.kind(), row.effectiveAt(), row.id());
    }
}

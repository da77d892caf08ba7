package io.huoji.platform.table;

import io.huoji.platform.tenant.TenantId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Records of one subject, kind and object: what is settled together, in order of effective time and id. */
public final class RecordGroup {

    private static final String NEWEST = """
            not exists (select 1 from record where tenant_id = ? and subject_id = ? and kind_id = ? and object_id %s
            and deleted_at is null and (effective_at, id) > (?, ?))""";
    private static final String WITH_OBJECT = NEWEST.formatted("= ?");
    private static final String WITHOUT_OBJECT = NEWEST.formatted("is null");

    private RecordGroup() {}

    /** A condition for a WHERE clause: no record of the row's group comes after it. */
    public static Statement isNewest(TenantId tenant, RecordRow row) {
        List<@Nullable Object> params = new ArrayList<>(
                Arrays.<@Nullable Object>asList(tenant.value(), row.subject(), row.kind()));
        if (row.object() != null)
            params.add(row.object());
        params.add(row.effectiveAt());
        params.add(row.id());
        return new Statement(row.object() == null ? WITHOUT_OBJECT : WITH_OBJECT, params);
    }
}

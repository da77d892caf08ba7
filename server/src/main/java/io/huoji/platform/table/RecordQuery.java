package io.huoji.platform.table;

import org.jspecify.annotations.Nullable;

/**
 * What a list of records is asked for.
 *
 * @param sort    {@code -occurredAt,name}
 * @param cursor  from the page before
 * @param total   whether to count all
 * @param deleted the recycle bin instead of the living
 */
public record RecordQuery(@Nullable Condition filter, @Nullable String sort, int limit, @Nullable String cursor,
        boolean total, boolean deleted) {}

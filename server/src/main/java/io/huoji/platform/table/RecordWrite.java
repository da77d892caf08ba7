package io.huoji.platform.table;

import org.jspecify.annotations.Nullable;

/**
 * One record before and after a change: created has no before; deleted has an after with {@link RecordRow#isDeleted}.
 *
 * @param source    by what way the change came
 * @param revertsTo the version whose values it brings back
 */
public record RecordWrite(@Nullable RecordRow before, RecordRow after, Source source, @Nullable Long revertsTo) {

    /** A change that came the way the record is marked with. */
    public RecordWrite(@Nullable RecordRow before, RecordRow after) {
        this(before, after, after.source(), null);
    }
}

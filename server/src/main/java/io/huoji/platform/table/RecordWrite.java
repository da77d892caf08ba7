package io.huoji.platform.table;

import org.jspecify.annotations.Nullable;

/**
 * One record before and after a change: created has no before; deleted has an after with {@link RecordRow#isDeleted}.
 */
public record RecordWrite(@Nullable RecordRow before, RecordRow after) {}

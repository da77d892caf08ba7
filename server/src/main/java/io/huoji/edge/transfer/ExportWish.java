package io.huoji.edge.transfer;

import io.huoji.edge.transfer.sheet.SheetFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be exported.
 *
 * @param columns keys in their order; null for all
 * @param filter  a condition tree as JSON
 * @param ids     whether each row carries its id, so that an import finds it again
 * @param later   made in the background, however few they are
 * @param unit    of people: those who stand there or below
 */
record ExportWish(SheetFormat format, @Nullable List<String> columns, @Nullable String filter, @Nullable String sort,
        boolean ids, boolean later, @Nullable String unit, @Nullable Boolean active) {}

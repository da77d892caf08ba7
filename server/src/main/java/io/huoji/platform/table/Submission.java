package io.huoji.platform.table;

import io.huoji.platform.kernel.Problem;
import java.util.List;

/** What became of a draft or a change. */
public sealed interface Submission {

    /**
     * Stored, or there already.
     *
     * @param created false when the same record had been stored before
     */
    record Accepted(StoredRecord record, boolean created) implements Submission {}

    /** Nothing was stored; these are all reasons at once. */
    record Rejected(List<Problem> problems) implements Submission {}
}

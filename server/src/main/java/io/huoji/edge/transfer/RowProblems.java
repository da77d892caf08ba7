package io.huoji.edge.transfer;

import io.huoji.platform.kernel.Problem;
import java.util.List;

/** Everything that is wrong with one row of a file. */
record RowProblems(int row, List<Problem> problems) {}

package io.huoji.platform.table;

import io.huoji.platform.kernel.Problem;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Only the database could tell that these rows can't be stored; thrown so that the transaction is undone. */
final class NotStorable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Map<UUID, List<Problem>> problems;

    NotStorable(Map<UUID, List<Problem>> problems) {
        super(problems.toString(), null, false, false);
        this.problems = Map.copyOf(problems);
    }

    /** The reasons by record. */
    Map<UUID, List<Problem>> problems() {
        return problems;
    }

    List<Problem> all() {
        return problems.values().stream().flatMap(List::stream).toList();
    }
}

package io.huoji.platform.table;

import io.huoji.platform.kernel.Problem;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What became of each item of a batch, in its order. */
public record BatchOutcome(List<Item> items) {

    /**
     * One item's outcome.
     *
     * @param status 201 stored, 200 there already or changed or skipped, 403, 404, 409, 422 refused, 424 undone because
     *               another item of the atomic batch was refused
     */
    public record Item(int index, int status, @Nullable UUID id, @Nullable List<Problem> errors) {}
}

package io.huoji.platform.table;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Payload of the events {@code record.created}, {@code .updated}, {@code .deleted} and {@code .restored}; their subject is the
 * record.
 *
 * @param cells further cells that changed because other records were settled anew
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RecordFacts(UUID table, @Nullable Side before, @Nullable Side after, @Nullable List<Cell> cells) {

    /**
     * Where a record stands in the roll-ups; absent when it does not (not there, or deleted).
     *
     * @param day local day of the effective time
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Side(@Nullable UUID person, @Nullable UUID unit, @Nullable UUID kind, Instant effectiveAt,
            LocalDate day) {}
}

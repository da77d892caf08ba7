package io.huoji.edge.transfer;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.huoji.platform.kernel.Problem;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An import or export as the list of them shows it.
 *
 * @param resultUrl where its outcome is, once there is one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TransferView(UUID id, String kind, String target, @Nullable String table, String name, String fileName,
        String state, int total, int done, int created, int updated, int unchanged, int wrong,
        @Nullable Problem message, @Nullable String resultUrl, Instant createdAt, Instant updatedAt,
        Instant expiresAt) {

    static TransferView of(Transfer transfer, String name) {
        Transfer.Counts counts = transfer.counts();
        return new TransferView(transfer.id(), transfer.kind().word(), transfer.subject().kind().word(),
                transfer.subject().table(), name, transfer.fileName(), transfer.state().word(), counts.total(),
                counts.done(), counts.created(), counts.updated(), counts.unchanged(), counts.wrong(),
                transfer.message(), resultUrl(transfer), transfer.createdAt(), transfer.updatedAt(),
                transfer.expiresAt());
    }

    static @Nullable String resultUrl(Transfer transfer) {
        if (transfer.kind() == Transfer.Kind.IMPORT)
            return "/api/v1/imports/" + transfer.id();
        return transfer.state() == Transfer.State.DONE ? "/api/v1/exports/" + transfer.id() + "/file" : null;
    }
}

package io.huoji.edge.transfer;

import io.huoji.edge.transfer.Transfer.State;
import io.huoji.platform.access.Viewer;
import io.huoji.platform.kernel.Misuse;
import io.huoji.platform.kernel.Problem;
import io.huoji.platform.tenant.TenantTransactions;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What a caller has sent in and had made; nobody sees those of others. */
@Component
class OwnTransfers {

    private static final int SHOWN = 100;

    private final TransferStore repository;
    private final TransferFiles files;
    private final TenantTransactions transactions;

    OwnTransfers(TransferStore repository, TransferFiles files, TenantTransactions transactions) {
        this.repository = repository;
        this.files = files;
        this.transactions = transactions;
    }

    List<Transfer> list(Viewer viewer) {
        return transactions.in(viewer.tenant(), () -> repository.of(viewer.tenant(), viewer.caller(), SHOWN));
    }

    Transfer byId(Viewer viewer, UUID id) {
        return transactions.in(viewer.tenant(), () -> repository.find(viewer.tenant(), id))
                .filter(transfer -> transfer.createdBy().equals(viewer.caller()))
                .orElseThrow(() -> new Misuse.NotFound("transfer", id));
    }

    Transfer byId(Viewer viewer, UUID id, Transfer.Kind kind) {
        Transfer transfer = byId(viewer, id);
        if (transfer.kind() != kind)
            throw new Misuse.NotFound("transfer", id);
        return transfer;
    }

    /** What is stored until then stays; the rest is left out. A check that is stopped leaves the file to be looked at anew. */
    Transfer cancel(Viewer viewer, UUID id) {
        Transfer transfer = byId(viewer, id);
        State to = transfer.state() == State.CHECKING ? State.DRAFT : State.CANCELLED;
        boolean isStopped = transactions.in(viewer.tenant(),
                () -> repository.move(viewer.tenant(), id, to, null, State.CHECKING, State.RUNNING));
        if (!isStopped)
            throw new Misuse.Conflict(Problem.at("", "transfer-not-running"));
        return byId(viewer, id);
    }

    /** Forgets it, file and all; one that runs must be cancelled first. */
    void discard(Viewer viewer, UUID id) {
        Transfer transfer = byId(viewer, id);
        if (transfer.state() == State.CHECKING || transfer.state() == State.RUNNING)
            throw new Misuse.Conflict(Problem.at("", "transfer-running"));
        transactions.run(viewer.tenant(), () -> repository.delete(viewer.tenant(), List.of(id)));
        files.erase(viewer.tenant(), id);
    }
}

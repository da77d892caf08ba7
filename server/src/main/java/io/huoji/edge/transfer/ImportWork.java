package io.huoji.edge.transfer;

import io.huoji.edge.transfer.Transfer.State;
import io.huoji.platform.access.Viewer;
import io.huoji.platform.job.LongWork;
import io.huoji.platform.kernel.Misuse;
import io.huoji.platform.kernel.Problem;
import io.huoji.platform.tenant.TenantId;
import io.huoji.platform.tenant.TenantTransactions;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Checks the rows of an import, or takes them: what the row says that it is at. */
@Component
class ImportWork implements LongWork {

    private final TransferStore repository;
    private final TransferFiles files;
    private final Targets targets;
    private final Actors actors;
    private final TenantTransactions transactions;
    private final JsonMapper json;

    ImportWork(TransferStore repository, TransferFiles files, Targets targets, Actors actors,
            TenantTransactions transactions, JsonMapper json) {
        this.repository = repository;
        this.files = files;
        this.targets = targets;
        this.actors = actors;
        this.transactions = transactions;
        this.json = json;
    }

    /** Somebody cancelled it, or another node took it. */
    private static final class Overtaken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Overtaken() {
            super(null, null, false, false);
        }
    }

    @Override
    public String name() {
        return "import";
    }

    @Override
    public boolean run(TenantId tenant, UUID id, BooleanSupplier stops) {
        Transfer transfer = transactions.in(tenant, () -> repository.find(tenant, id)).orElse(null);
        if (transfer == null || (transfer.state() != State.CHECKING && transfer.state() != State.RUNNING))
            return true;
        try {
            boolean isThrough = walk(tenant, transfer, stops);
            if (isThrough)
                end(tenant, transfer, transfer.state() == State.CHECKING ? State.CHECKED : State.DONE, null);
            return isThrough;
        } catch (Overtaken overtaken) {
            return true;
        } catch (Misuse refused) {
            end(tenant, transfer, State.FAILED, refused.problems().getFirst());
            return true;
        }
    }

    private boolean walk(TenantId tenant, Transfer transfer, BooleanSupplier stops) {
        FileShape shape = Objects.requireNonNull(transfer.shape());
        if (!files.isThere(tenant, transfer.id()))
            throw new Misuse.Conflict(Problem.at("file", "sheet-gone"));
        ImportSettings settings = json.readValue(transfer.settings(), ImportSettings.class);
        Viewer viewer = actors.viewer(tenant, transfer.actor());
        Target target = targets.of(transfer.subject());
        target.needsImport(viewer);
        List<String> keys = target.columns(viewer, Locale.CHINESE)
                .stream()
                .filter(field -> field.matches() && settings.columnOf(field.key()) >= 0)
                .map(TargetColumn::key)
                .toList();
        ImportPass pass = new ImportPass(transfer, settings, target, viewer, keys,
                (from, to, outcomes) -> transactions.run(tenant, () -> {
                    if (!repository.advance(tenant, transfer, from, to, outcomes))
                        throw new Overtaken();
                }), stops);
        shape.file().read(files.place(tenant, transfer.id()), settings.sheet(), pass::visit);
        return pass.finish();
    }

    private void end(TenantId tenant, Transfer transfer, State state, @Nullable Problem why) {
        transactions.run(tenant, () -> repository.move(tenant, transfer.id(), state, why, transfer.state()));
    }

    @Override
    public void giveUp(TenantId tenant, UUID id) {
        transactions.run(tenant, () -> repository.find(tenant, id)
                .ifPresent(transfer -> repository.move(tenant, id, State.FAILED,
                        Problem.at("", "import-failed", Map.of("row", transfer.position())), State.CHECKING,
                        State.RUNNING)));
    }
}

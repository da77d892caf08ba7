package io.huoji.edge.transfer;

import io.huoji.edge.transfer.Transfer.State;
import io.huoji.edge.transfer.sheet.SheetWriter;
import io.huoji.platform.access.Viewer;
import io.huoji.platform.job.LongWork;
import io.huoji.platform.kernel.Misuse;
import io.huoji.platform.kernel.Page;
import io.huoji.platform.kernel.Problem;
import io.huoji.platform.tenant.TenantId;
import io.huoji.platform.tenant.TenantTransactions;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes a large export page by page, each read in a short transaction; begins anew when it was interrupted. */
@Component
class ExportWork implements LongWork {

    private static final Duration KEPT = Duration.ofHours(24);

    private final TransferStore repository;
    private final TransferFiles files;
    private final Targets targets;
    private final Actors actors;
    private final TenantTransactions transactions;
    private final JsonMapper json;

    ExportWork(TransferStore repository, TransferFiles files, Targets targets, Actors actors,
            TenantTransactions transactions, JsonMapper json) {
        this.repository = repository;
        this.files = files;
        this.targets = targets;
        this.actors = actors;
        this.transactions = transactions;
        this.json = json;
    }

    /** The server stops, or somebody cancelled it. */
    private static final class Interrupted extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final boolean isOver;

        Interrupted(boolean isOver) {
            super(null, null, false, false);
            this.isOver = isOver;
        }
    }

    @Override
    public String name() {
        return "export";
    }

    @Override
    public boolean run(TenantId tenant, UUID id, BooleanSupplier stops) {
        Transfer transfer = transactions.in(tenant, () -> repository.find(tenant, id)).orElse(null);
        if (transfer == null || transfer.state() != State.RUNNING)
            return true;
        try {
            files.write(tenant, id, out -> write(tenant, transfer, out, stops));
            transactions.run(tenant, () -> {
                repository.keepFor(tenant, id, KEPT);
                repository.move(tenant, id, State.DONE, null, State.RUNNING);
            });
            return true;
        } catch (Interrupted interrupted) {
            return interrupted.isOver;
        } catch (Misuse refused) {
            end(tenant, id, refused.problems().getFirst());
            return true;
        }
    }

    private void write(TenantId tenant, Transfer transfer, OutputStream out, BooleanSupplier stops)
            throws IOException {
        ExportWish wish = json.readValue(transfer.settings(), ExportWish.class);
        Viewer viewer = actors.viewer(tenant, transfer.actor());
        Target target = targets.of(transfer.subject());
        List<TargetColumn> columns = Exports.columns(target, viewer, wish, transfer.language());
        List<String> keys = columns.stream().map(TargetColumn::key).toList();
        int done = 0;
        try (SheetWriter writer = SheetWriter.of(wish.format(), out, target.name(viewer, transfer.language()),
                columns.stream().map(TargetColumn::head).toList())) {
            @Nullable
            String cursor = null;
            do {
                Page<List<String>> page = target.page(viewer, wish, keys, cursor, Exports.AT_ONCE);
                for (List<String> row : page.items())
                    writer.row(row);
                done += page.items().size();
                count(tenant, transfer, done, page.nextCursor() != null);
                if (stops.getAsBoolean())
                    throw new Interrupted(false);
                cursor = page.nextCursor();
            } while (cursor != null);
        }
    }

    /** Rows that come while it is written are written, too; so the total grows with them, and is right at the end. */
    private void count(TenantId tenant, Transfer transfer, int done, boolean hasMore) {
        int total = hasMore ? Math.max(transfer.counts().total(), done) : done;
        if (!transactions.in(tenant, () -> repository.count(tenant, transfer.id(), done, total)))
            throw new Interrupted(true);
    }

    private void end(TenantId tenant, UUID id, Problem why) {
        transactions.run(tenant, () -> repository.move(tenant, id, State.FAILED, why, State.RUNNING));
    }

    @Override
    public void giveUp(TenantId tenant, UUID id) {
        end(tenant, id, Problem.at("", "transfer-failed"));
    }
}

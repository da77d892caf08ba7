package io.huoji.edge.transfer;

import io.huoji.edge.transfer.Transfer.Kind;
import io.huoji.edge.transfer.Transfer.State;
import io.huoji.edge.transfer.sheet.SheetFile;
import io.huoji.platform.access.Viewer;
import io.huoji.platform.job.LongWorks;
import io.huoji.platform.kernel.Ids;
import io.huoji.platform.kernel.Misuse;
import io.huoji.platform.kernel.Problem;
import io.huoji.platform.table.ImportPlan;
import io.huoji.platform.tenant.TenantTransactions;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Takes files in, step by step: received and guessed at, mapped, checked, taken. */
@Component
class Imports {

    private static final Duration KEPT = Duration.ofDays(7);
    private static final int SAMPLES = 5;
    private static final int AT_ONCE = 50;

    private final OwnTransfers transfers;
    private final TransferStore repository;
    private final TransferFiles files;
    private final Targets targets;
    private final ImportWork work;
    private final LongWorks works;
    private final TenantTransactions transactions;
    private final JsonMapper json;
    private final Clock clock;

    Imports(OwnTransfers transfers, TransferStore repository, TransferFiles files, Targets targets, ImportWork work,
            LongWorks works, TenantTransactions transactions, JsonMapper json, Clock clock) {
        this.transfers = transfers;
        this.repository = repository;
        this.files = files;
        this.targets = targets;
        this.work = work;
        this.works = works;
        this.transactions = transactions;
        this.json = json;
        this.clock = clock;
    }

    /** Keeps the file and guesses how it is to be read; nothing of it is taken yet. */
    Transfer receive(Viewer viewer, Subject subject, String name, InputStream content, Locale locale) {
        Target target = targets.of(subject);
        target.needsImport(viewer);
        target.name(viewer, locale);
        long open = transfers.list(viewer).stream().filter(it -> it.expiresAt().isAfter(clock.instant())).count();
        if (open > AT_ONCE)
            throw new Misuse.Conflict(Problem.at("", "too-many-transfers", Map.of("max", AT_ONCE)));
        UUID id = Ids.next();
        try {
            files.receive(viewer.tenant(), id, content);
            Transfer transfer = described(viewer, subject, name, id, locale);
            transactions.run(viewer.tenant(), () -> repository.insert(viewer.tenant(), transfer));
            return transfer;
        } catch (RuntimeException refused) {
            files.erase(viewer.tenant(), id);
            throw refused;
        }
    }

    private Transfer described(Viewer viewer, Subject subject, String name, UUID id, Locale locale) {
        SheetFile file = SheetFile.of(files.place(viewer.tenant(), id));
        Looked looked = look(viewer, subject, id, file, 0, null, locale);
        return new Transfer(id, Kind.IMPORT, subject, name, State.DRAFT, locale.toLanguageTag(), Actor.of(viewer),
                looked.shape(), json.writeValueAsString(looked.settings()),
                Transfer.Counts.of(looked.shape().rows()), 0, null, viewer.caller(), clock.instant(), clock.instant(),
                clock.instant().plus(KEPT));
    }

    private record Looked(FileShape shape, ImportSettings settings) {}

    private Looked look(Viewer viewer, Subject subject, UUID id, SheetFile file, int sheet,
            @Nullable Integer headerRow, Locale locale) {
        SheetScan.Found found = SheetScan.of(file, files.place(viewer.tenant(), id), sheet, headerRow);
        if (found.columns().isEmpty() && headerRow == null && sheet == 0 && file.sheets().size() == 1)
            throw new Misuse.BadFile(false, Problem.at("file", "sheet-empty"));
        Target target = targets.of(subject);
        List<TargetColumn> fields = target.columns(viewer, locale);
        List<String> mapping = MappingGuess.of(target, viewer, fields, found.columns(), found.samples());
        String match = fields.stream()
                .filter(field -> field.matches() && mapping.contains(field.key()))
                .map(TargetColumn::key)
                .findFirst()
                .orElse(null);
        FileShape shape = new FileShape(file, found.columns(),
                found.samples().stream().limit(SAMPLES).toList(), found.rows());
        return new Looked(shape,
                new ImportSettings(sheet, found.headerRow(), mapping, mapping.contains(ImportPlan.ID)
                        ? ImportPlan.ID
                        : match, ImportPlan.Mode.UPSERT, false));
    }

    /**
     * What somebody wants read in another way; absent parts stay.
     *
     * @param match empty for none
     */
    record Change(@Nullable Integer sheet, @Nullable Integer headerRow, @Nullable List<String> mapping,
            @Nullable String match, ImportPlan.@Nullable Mode mode, @Nullable Boolean emptyClears) {}

    Transfer change(Viewer viewer, UUID id, Change change, Locale locale) {
        Transfer transfer = transfers.byId(viewer, id, Kind.IMPORT);
        ImportSettings before = settings(transfer);
        FileShape shape = Objects.requireNonNull(transfer.shape());
        Looked looked = new Looked(shape, before);
        if (change.sheet() != null || change.headerRow() != null) {
            int sheet = change.sheet() == null ? before.sheet() : change.sheet();
            if (sheet < 0 || sheet >= shape.file().sheets().size())
                throw new Misuse.Malformed(Problem.at("sheet", "out-of-range",
                        Map.of("min", 0, "max", shape.file().sheets().size() - 1)));
            if (change.headerRow() != null && (change.headerRow() < 1 || change.headerRow() > 1000))
                throw new Misuse.Malformed(Problem.at("headerRow", "out-of-range", Map.of("min", 1, "max", 1000)));
            looked = look(viewer, transfer.subject(), id, shape.file(), sheet, change.headerRow(), locale);
        }
        ImportSettings settings = ImportChange.of(looked.settings(), change,
                targets.of(transfer.subject()).columns(viewer, locale));
        FileShape now = looked.shape();
        boolean isKept = transactions.in(viewer.tenant(), () -> repository.describe(viewer.tenant(), id, now,
                json.writeValueAsString(settings)));
        if (!isKept)
            throw new Misuse.Conflict(Problem.at("", "transfer-begun"));
        return transfers.byId(viewer, id);
    }

    ImportSettings settings(Transfer transfer) {
        return json.readValue(transfer.settings(), ImportSettings.class);
    }

    /** Begins to look at every row; nothing is stored. */
    Transfer check(Viewer viewer, UUID id, Locale locale) {
        return begin(viewer, id, State.CHECKING, locale, State.DRAFT, State.CHECKED);
    }

    /** Begins to take the rows; those that are wrong are left out and told. One that broke off is never begun anew: rows would be taken twice. */
    Transfer run(Viewer viewer, UUID id, Locale locale) {
        return begin(viewer, id, State.RUNNING, locale, State.DRAFT, State.CHECKED);
    }

    private Transfer begin(Viewer viewer, UUID id, State to, Locale locale, State... from) {
        Transfer transfer = transfers.byId(viewer, id, Kind.IMPORT);
        Target target = targets.of(transfer.subject());
        target.needsImport(viewer);
        ImportChange.refuseIncomplete(settings(transfer), target.columns(viewer, locale));
        transactions.run(viewer.tenant(), () -> {
            if (!repository.begin(viewer.tenant(), id, to, json.writeValueAsString(Actor.of(viewer)), from))
                throw new Misuse.Conflict(Problem.at("", "transfer-begun"));
            works.start(work, viewer.tenant(), id);
        });
        return transfers.byId(viewer, id);
    }

    List<RowProblems> problems(Viewer viewer, UUID id, int after, int limit) {
        transfers.byId(viewer, id, Kind.IMPORT);
        return transactions.in(viewer.tenant(), () -> repository.problems(viewer.tenant(), id, after, limit));
    }
}

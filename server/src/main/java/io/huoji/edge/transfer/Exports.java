package io.huoji.edge.transfer;

import io.huoji.edge.transfer.Transfer.Kind;
import io.huoji.edge.transfer.Transfer.State;
import io.huoji.edge.transfer.sheet.SheetWriter;
import io.huoji.platform.access.Viewer;
import io.huoji.platform.job.LongWorks;
import io.huoji.platform.kernel.Ids;
import io.huoji.platform.kernel.Misuse;
import io.huoji.platform.kernel.Page;
import io.huoji.platform.kernel.Problem;
import io.huoji.platform.table.ImportPlan;
import io.huoji.platform.tenant.TenantTransactions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Gives rows out as files: few at once, many as work in the background. */
@Component
class Exports {

    static final int AT_ONCE = 1_000;
    private static final int DIRECT = 5_000;
    private static final long MOST = 1_000_000;
    private static final Duration KEPT = Duration.ofHours(24);

    private final TransferStore repository;
    private final Targets targets;
    private final ExportWork work;
    private final LongWorks works;
    private final TenantTransactions transactions;
    private final JsonMapper json;
    private final Clock clock;

    Exports(TransferStore repository, Targets targets, ExportWork work, LongWorks works,
            TenantTransactions transactions, JsonMapper json, Clock clock) {
        this.repository = repository;
        this.targets = targets;
        this.work = work;
        this.works = works;
        this.transactions = transactions;
        this.json = json;
        this.clock = clock;
    }

    /** What an export comes to: the file, or the work that makes it. */
    sealed interface Outcome {
        record Ready(String name, ByteArrayOutputStream content) implements Outcome {}

        record Begun(Transfer transfer) implements Outcome {}
    }

    Outcome export(Viewer viewer, Subject subject, ExportWish wish, Locale locale) {
        Target target = targets.of(subject);
        List<TargetColumn> columns = columns(target, viewer, wish, locale);
        List<String> keys = columns.stream().map(TargetColumn::key).toList();
        Page<List<String>> first = target.page(viewer, wish, keys, null, AT_ONCE);
        long total = Objects.requireNonNull(first.total());
        if (total > MOST)
            throw new Misuse.Refused(Problem.at("", "export-too-large", Map.of("max", MOST, "count", total)));
        String name = fileName(viewer, target, wish, locale);
        return total <= DIRECT && !wish.later()
                ? new Outcome.Ready(name, now(viewer, target, wish, columns, first, locale))
                : new Outcome.Begun(later(viewer, subject, wish, name, (int) total, locale));
    }

    private String fileName(Viewer viewer, Target target, ExportWish wish, Locale locale) {
        String name = target.name(viewer, locale).replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", " ").strip();
        return "%s %s.%s".formatted(name, clock.instant().toString().substring(0, 10), wish.format().extension());
    }

    /** The columns wished for, else the usual ones; refuses one that is not there. */
    static List<TargetColumn> columns(Target target, Viewer viewer, ExportWish wish, Locale locale) {
        List<TargetColumn> known = target.columns(viewer, locale);
        List<String> keys = new ArrayList<>(
                wish.columns() == null ? target.usualColumns(viewer, wish) : wish.columns());
        if (wish.ids() && known.stream().anyMatch(column -> column.key().equals(ImportPlan.ID)))
            keys.add(ImportPlan.ID);
        List<TargetColumn> columns = new ArrayList<>();
        for (String key : keys.stream().distinct().toList())
            columns.add(known.stream()
                    .filter(column -> column.key().equals(key))
                    .findFirst()
                    .orElseThrow(() -> new Misuse.Malformed(
                            Problem.at("columns", "unknown-field", Map.of("field", String.valueOf(key))))));
        if (columns.isEmpty())
            throw new Misuse.Malformed(Problem.at("columns", "required"));
        return columns;
    }

    private static ByteArrayOutputStream now(Viewer viewer, Target target, ExportWish wish, List<TargetColumn> columns,
            Page<List<String>> first, Locale locale) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<String> keys = columns.stream().map(TargetColumn::key).toList();
        try (SheetWriter writer = SheetWriter.of(wish.format(), out, target.name(viewer, locale),
                columns.stream().map(TargetColumn::head).toList())) {
            Page<List<String>> page = first;
            while (true) {
                for (List<String> row : page.items())
                    writer.row(row);
                if (page.nextCursor() == null)
                    break;
                page = target.page(viewer, wish, keys, page.nextCursor(), AT_ONCE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out;
    }

    private Transfer later(Viewer viewer, Subject subject, ExportWish wish, String name, int total, Locale locale) {
        Transfer transfer = new Transfer(Ids.next(), Kind.EXPORT, subject, name, State.RUNNING,
                locale.toLanguageTag(), Actor.of(viewer), null, json.writeValueAsString(wish),
                Transfer.Counts.of(total), 0, null, viewer.caller(), clock.instant(), clock.instant(),
                clock.instant().plus(KEPT));
        transactions.run(viewer.tenant(), () -> {
            repository.insert(viewer.tenant(), transfer);
            works.start(work, viewer.tenant(), transfer.id());
        });
        return transfer;
    }
}

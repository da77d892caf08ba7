package io.huoji.edge.transfer;

import io.huoji.edge.api.Messages;
import io.huoji.edge.transfer.sheet.SheetHead;
import io.huoji.edge.transfer.sheet.SheetWriter;
import io.huoji.platform.kernel.Problem;
import io.huoji.platform.tenant.TenantId;
import io.huoji.platform.tenant.TenantTransactions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The rows of a file that could not be taken, as they were, with the reason behind: to be mended and sent again. */
@Component
class ErrorFile {

    private static final int AT_ONCE = 2_000;

    private final TransferStore repository;
    private final TransferFiles files;
    private final TenantTransactions transactions;
    private final Messages messages;
    private final JsonMapper json;

    ErrorFile(TransferStore repository, TransferFiles files, TenantTransactions transactions, Messages messages,
            JsonMapper json) {
        this.repository = repository;
        this.files = files;
        this.transactions = transactions;
        this.messages = messages;
        this.json = json;
    }

    ByteArrayOutputStream of(TenantId tenant, Transfer transfer, Locale locale) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            write(tenant, transfer, locale, out);
            return out;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(TenantId tenant, Transfer transfer, Locale locale, OutputStream out) throws IOException {
        FileShape shape = Objects.requireNonNull(transfer.shape());
        ImportSettings settings = json.readValue(transfer.settings(), ImportSettings.class);
        List<SheetHead> heads = new ArrayList<>();
        shape.columns().forEach(column -> heads.add(SheetHead.text(column)));
        heads.add(SheetHead.text(messages.of("transfer.error.head", locale)));
        Wrong wrong = new Wrong(tenant, transfer);
        try (SheetWriter writer = SheetWriter.of(shape.file().format(), out,
                messages.of("transfer.error.sheet", locale), heads)) {
            shape.file().read(files.place(tenant, transfer.id()), settings.sheet(), (number, cells) -> {
                RowProblems problems = wrong.at(number);
                if (problems != null)
                    row(writer, cells, shape.columns().size(), said(problems, shape, settings, locale));
                return wrong.hasMore();
            });
        }
    }

    private static void row(SheetWriter writer, List<String> cells, int width, String why) {
        List<String> row = new ArrayList<>(cells.subList(0, Math.min(cells.size(), width)));
        while (row.size() < width)
            row.add("");
        row.add(why);
        try {
            writer.row(row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String said(RowProblems problems, FileShape shape, ImportSettings settings, Locale locale) {
        return problems.problems()
                .stream()
                .map(problem -> said(problem, shape, settings, locale))
                .collect(Collectors.joining("\n"));
    }

    private String said(Problem problem, FileShape shape, ImportSettings settings, Locale locale) {
        String text = messages.of(problem, locale);
        String column = column(problem, shape, settings);
        return column == null || text.contains(column)
                ? text
                : column + (locale.equals(Locale.ENGLISH) ? ": " : "：") + text;
    }

    /** The head of the column that a problem is about; null when it is about the whole row. */
    static @Nullable String column(Problem problem, FileShape shape, ImportSettings settings) {
        String field = problem.field().startsWith("fields.") ? problem.field().substring(7) : problem.field();
        int column = settings.columnOf(field.replaceFirst("[.\\[].*", ""));
        return column < 0 || column >= shape.columns().size() ? null : shape.columns().get(column);
    }

    /** Walks over the wrong rows beside the file, some at a time. */
    private final class Wrong {

        private final TenantId tenant;
        private final Transfer transfer;
        private final Deque<RowProblems> next = new ArrayDeque<>();
        private int read;
        private boolean isEnd;

        Wrong(TenantId tenant, Transfer transfer) {
            this.tenant = tenant;
            this.transfer = transfer;
        }

        @Nullable
        RowProblems at(int number) {
            fill();
            RowProblems first = next.peek();
            return first != null && first.row() == number ? next.poll() : null;
        }

        boolean hasMore() {
            fill();
            return !next.isEmpty();
        }

        private void fill() {
            if (!next.isEmpty() || isEnd)
                return;
            List<RowProblems> more = transactions.in(tenant,
                    () -> repository.problems(tenant, transfer.id(), read, AT_ONCE));
            isEnd = more.size() < AT_ONCE;
            next.addAll(more);
            read = more.isEmpty() ? read : more.getLast().row();
        }
    }
}

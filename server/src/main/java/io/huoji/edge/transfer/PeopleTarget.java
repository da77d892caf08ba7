package io.huoji.edge.transfer;

import io.huoji.edge.api.Messages;
import io.huoji.platform.access.Permission;
import io.huoji.platform.access.Viewer;
import io.huoji.platform.kernel.Misuse;
import io.huoji.platform.kernel.Page;
import io.huoji.platform.org.Directories;
import io.huoji.platform.org.Directory;
import io.huoji.platform.org.PeopleBatch;
import io.huoji.platform.org.PersonInput;
import io.huoji.platform.table.ImportOutcome;
import io.huoji.platform.table.ImportPlan;
import io.huoji.platform.table.ImportRow;
import io.huoji.platform.table.field.SheetKind;
import io.huoji.platform.tenant.TenantTransactions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The people of the company. */
@Component
class PeopleTarget implements Target {

    /** As many as fit one change of the organisation, so that managers may stand anywhere in the file. */
    private static final int AT_ONCE = 5_000;
    private static final List<String> KEYS = List.of("code", "name", "unit", "unitFrom", "mobile", "email", "manager",
            "roles", "active");

    private final Directories directories;
    private final PeopleBatch batch;
    private final PeopleList list;
    private final TenantTransactions transactions;
    private final Messages messages;

    PeopleTarget(Directories directories, PeopleBatch batch, PeopleList list, TenantTransactions transactions,
            Messages messages) {
        this.directories = directories;
        this.batch = batch;
        this.list = list;
        this.transactions = transactions;
        this.messages = messages;
    }

    @Override
    public String name(Viewer viewer, Locale locale) {
        return messages.of("transfer.target.people", locale);
    }

    @Override
    public List<TargetColumn> columns(Viewer viewer, Locale locale) {
        Directory directory = directories.of(viewer.tenant());
        return KEYS.stream().map(key -> column(key, locale, directory)).toList();
    }

    private TargetColumn column(String key, Locale locale, Directory directory) {
        List<String> choices = switch (key) {
            case "unit" -> directory.units().stream().map(directory::wordOf).toList();
            case "active" -> PeopleList.presences(messages, locale);
            default -> List.of();
        };
        String help = messages.of("transfer.people.help." + key, locale);
        return new TargetColumn(key, messages.of("transfer.people." + key, locale), switch (key) {
            case "email" -> "email";
            case "mobile" -> "phone";
            case "unitFrom" -> "date";
            case "unit" -> "unit";
            default -> "text";
        }, key.equals("unitFrom") ? SheetKind.DATE : SheetKind.TEXT, key.equals("name"),
                List.of("code", "email", "mobile").contains(key), true,
                help.startsWith("transfer.") ? "" : help, choices,
                Synonyms.of(messages, "transfer.synonyms.people." + key));
    }

    @Override
    public void needsImport(Viewer viewer) {
        viewer.needs(Permission.PEOPLE_WRITE);
    }

    @Override
    public int atOnce() {
        return AT_ONCE;
    }

    @Override
    public int understood(Viewer viewer, String field, List<String> words) {
        return (int) words.stream().filter(word -> switch (field) {
            case "email" -> word.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
            case "mobile" -> word.replaceAll("[\\s-]", "").matches("(\\+?86)?1\\d{10}");
            case "unit" -> !directories.of(viewer.tenant()).unitsMeant(word).isEmpty();
            default -> false;
        }).count();
    }

    @Override
    public List<ImportOutcome> check(Viewer viewer, ImportPlan plan, List<ImportRow> rows) {
        needsImport(viewer);
        return outcomes(viewer, plan, rows, batch::check);
    }

    @Override
    public void write(Viewer viewer, ImportPlan plan, List<ImportRow> rows, Consumer<List<ImportOutcome>> beside) {
        needsImport(viewer);
        try {
            transactions.run(viewer.tenant(),
                    () -> beside.accept(outcomes(viewer, plan, rows, batch::takeEach)));
        } catch (Misuse refused) {
            // Nobody of them can be taken as they are, such as a last admin who would leave.
            transactions.run(viewer.tenant(), () -> beside.accept(rows.stream()
                    .map(row -> ImportOutcome.wrong(row.number(), refused.problems()))
                    .toList()));
        }
    }

    private interface Taking {
        List<PeopleBatch.Taken> of(Viewer viewer, List<PersonInput> inputs, PeopleBatch.OnExisting onExisting);
    }

    private List<ImportOutcome> outcomes(Viewer viewer, ImportPlan plan, List<ImportRow> rows, Taking taking) {
        List<PeopleRows.Read> read = new PeopleRows(directories.of(viewer.tenant()), plan).read(rows);
        List<PersonInput> inputs = read.stream().map(PeopleRows.Read::input).filter(Objects::nonNull).toList();
        List<PeopleBatch.Taken> taken = taking.of(viewer, inputs, plan.mode() == ImportPlan.Mode.CREATE
                ? PeopleBatch.OnExisting.SKIP
                : PeopleBatch.OnExisting.UPDATE);
        List<ImportOutcome> outcomes = new ArrayList<>();
        int next = 0;
        for (PeopleRows.Read one : read) {
            PeopleBatch.Taken fate = one.input() == null ? null : taken.get(next++);
            outcomes.add(fate == null
                    ? ImportOutcome.wrong(one.row().number(), one.problems())
                    : new ImportOutcome(one.row().number(), ImportOutcome.Fate.valueOf(fate.fate().name()),
                            fate.problems()));
        }
        return outcomes;
    }

    @Override
    public List<String> usualColumns(Viewer viewer, ExportWish wish) {
        return KEYS;
    }

    @Override
    public Page<List<String>> page(Viewer viewer, ExportWish wish, List<String> keys, @Nullable String cursor,
            int limit) {
        viewer.needs(Permission.PEOPLE_READ);
        return list.page(viewer, wish, keys, cursor, limit);
    }
}

package io.huoji.edge.transfer;

import io.huoji.platform.access.Viewer;
import io.huoji.platform.kernel.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An import with everything that its steps show.
 *
 * @param problems the first rows that are wrong
 */
record ImportView(TransferView transfer, String format, List<String> sheets, int sheet, int headerRow,
        List<Column> columns, List<Field> fields, @Nullable String match, String mode, boolean emptyClears,
        List<Row> problems) {

    /** A column of the file; {@code field} is what it fills. */
    record Column(int index, String head, List<String> samples, @Nullable String field) {}

    /** Something that a column can fill. */
    record Field(String key, String name, String type, boolean required, boolean matches, boolean proper) {}

    /** A row with what is wrong. */
    record Row(int row, List<Wrong> errors) {}

    /** One thing that is wrong; the column is null when it concerns the whole row. */
    record Wrong(@Nullable String column, Problem problem) {}

    static ImportView of(Viewer viewer, Transfer transfer, ImportSettings settings, Target target,
            List<RowProblems> problems, Locale locale) {
        FileShape shape = Objects.requireNonNull(transfer.shape());
        List<Column> columns = new ArrayList<>();
        for (int index = 0; index < shape.columns().size(); index++) {
            int column = index;
            columns.add(new Column(index, shape.columns().get(index),
                    shape.samples().stream().map(row -> column < row.size() ? row.get(column) : "").toList(),
                    field(settings, index)));
        }
        List<Field> fields = target.columns(viewer, locale)
                .stream()
                .map(it -> new Field(it.key(), it.name(), it.type(), it.required(), it.matches(), it.proper()))
                .toList();
        return new ImportView(TransferView.of(transfer, target.name(viewer, locale)),
                shape.file().format().extension(), shape.file().sheets(), settings.sheet(), settings.headerRow(),
                columns, fields, settings.match(), settings.mode().name().toLowerCase(Locale.ROOT),
                settings.emptyClears(), rows(problems, shape, settings));
    }

    private static @Nullable String field(ImportSettings settings, int column) {
        String field = column < settings.mapping().size() ? settings.mapping().get(column) : "";
        return field.isEmpty() ? null : field;
    }

    static List<Row> rows(List<RowProblems> problems, FileShape shape, ImportSettings settings) {
        return problems.stream()
                .map(row -> new Row(row.row(), row.problems()
                        .stream()
                        .map(problem -> new Wrong(ErrorFile.column(problem, shape, settings), problem))
                        .toList()))
                .toList();
    }
}

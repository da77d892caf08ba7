package io.huoji.edge.transfer.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** An empty workbook to fill in: heads with notes, lists to choose from, and a second sheet that explains each column. */
public final class XlsxTemplate {

    private static final int FILLED = 2_000;
    private static final int SHEET_NAME = 31;

    private XlsxTemplate() {}

    /**
     * Names of its sheets and heads of the explanation.
     *
     * @param choices name of the hidden sheet with the lists
     */
    public record Words(String sheet, String explanation, String choices, List<String> heads) {}

    /**
     * Writes the workbook.
     *
     * @param explained a line for each column: its name, and what else the heads of the explanation ask for
     */
    public static void write(OutputStream out, Words words, List<SheetHead> heads, List<List<String>> explained)
            throws IOException {
        Workbook book = new Workbook(out, "Huoji", "1.0");
        Worksheet sheet = book.newWorksheet(sheetName(words.sheet()));
        heads(sheet, heads);
        Worksheet help = book.newWorksheet(sheetName(words.explanation()));
        heads(help, words.heads().stream().map(SheetHead::text).toList());
        for (int line = 0; line < explained.size(); line++)
            for (int column = 0; column < explained.get(line).size(); column++) {
                help.inlineString(line + 1, column, explained.get(line).get(column));
                help.style(line + 1, column).wrapText(true).verticalAlignment("top").set();
            }
        choices(book, sheet, words.choices(), heads);
        book.finish();
    }

    private static void choices(Workbook book, Worksheet sheet, String name, List<SheetHead> heads) {
        if (heads.stream().allMatch(head -> head.choices().isEmpty()))
            return;
        Worksheet lists = book.newWorksheet(sheetName(name));
        lists.setVisibilityState(VisibilityState.HIDDEN);
        for (int column = 0; column < heads.size(); column++) {
            List<String> choices = heads.get(column).choices();
            if (choices.isEmpty())
                continue;
            for (int line = 0; line < choices.size(); line++)
                lists.inlineString(line, column, choices.get(line));
            sheet.range(1, column, FILLED, column)
                    .validateWithList(lists.range(0, column, choices.size() - 1, column))
                    .allowBlank(true)
                    .showErrorMessage(false);
        }
    }

    static void heads(Worksheet sheet, List<SheetHead> heads) {
        for (int column = 0; column < heads.size(); column++) {
            SheetHead head = heads.get(column);
            sheet.inlineString(0, column, head.name());
            sheet.style(0, column).bold().fillColor("EEF0F2").set();
            if (!head.hint().isEmpty())
                sheet.comment(0, column, head.hint());
            sheet.width(column, Math.min(40, Math.max(12, head.name().length() * 2.2 + 2)));
        }
        sheet.freezePane(0, 1);
    }

    /** What a spreadsheet program takes as the name of a sheet. */
    static String sheetName(String name) {
        String plain = name.replaceAll("[\\\\/?*\\[\\]:'\\p{Cntrl}]", " ").strip();
        String kept = plain.isEmpty() ? "Sheet1" : plain;
        return kept.length() > SHEET_NAME ? kept.substring(0, SHEET_NAME) : kept;
    }
}

package io.huoji.edge.transfer.sheet;

import io.huoji.platform.table.field.SheetKind;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A workbook of one sheet: bold, frozen heads; numbers, days and times as such. Text is never a formula here. */
final class XlsxSheet implements SheetWriter {

    private static final int FLUSHED = 500;
    private static final int DIGITS = 15;
    /** What Excel takes into one cell; more would make it refuse the whole workbook. */
    static final int LONGEST = 32_767;
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d(\\.\\d{3})?");
    /** Before it, Excel counts days that never were. */
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 3, 1);

    private final List<SheetHead> heads;
    private final Workbook book;
    private final Worksheet sheet;
    private int row;

    XlsxSheet(OutputStream out, String name, List<SheetHead> heads) throws IOException {
        this.heads = heads;
        this.book = new Workbook(out, "Huoji", "1.0");
        this.sheet = book.newWorksheet(XlsxTemplate.sheetName(name));
        XlsxTemplate.heads(sheet, heads);
        this.row = 1;
    }

    @Override
    public void row(List<String> cells) throws IOException {
        for (int column = 0; column < cells.size(); column++)
            cell(column, heads.get(column).kind(), cells.get(column));
        if (++row % FLUSHED == 0)
            sheet.flush();
    }

    private void cell(int column, SheetKind kind, String text) {
        if (text.isEmpty())
            return;
        switch (kind) {
            case NUMBER -> number(column, text, text);
            case PERCENT -> number(column, text.endsWith("%") ? share(text) : text, text);
            case DATE -> day(column, text);
            case DATE_TIME -> moment(column, text);
            case TEXT -> text(column, text);
        }
    }

    private static String share(String percent) {
        String number = percent.substring(0, percent.length() - 1);
        return NUMBER.matcher(number).matches() ? new BigDecimal(number).movePointLeft(2).toPlainString() : percent;
    }

    /** Numbers of more digits than a spreadsheet keeps stay text. */
    private void number(int column, String number, String text) {
        if (!NUMBER.matcher(number).matches()
                || new BigDecimal(number).stripTrailingZeros().precision() > DIGITS) {
            text(column, text);
            return;
        }
        BigDecimal value = new BigDecimal(number);
        sheet.value(row, column, value);
        sheet.style(row, column).format(text.endsWith("%") ? "0.00%" : decimals(value)).set();
    }

    /** As many places as the value has, so that 12.50 stays 12.50. */
    private static String decimals(BigDecimal value) {
        return value.scale() <= 0 ? "0" : "0." + "0".repeat(value.scale());
    }

    private void day(int column, String text) {
        LocalDate day = DAY.matcher(text).matches() ? LocalDate.parse(text) : null;
        if (day == null || day.isBefore(FIRST_DAY)) {
            text(column, text);
            return;
        }
        sheet.value(row, column, day);
        sheet.style(row, column).format("yyyy-mm-dd").set();
    }

    private void moment(int column, String text) {
        LocalDateTime moment = MOMENT.matcher(text).matches() ? LocalDateTime.parse(text.replace(' ', 'T')) : null;
        if (moment == null || moment.toLocalDate().isBefore(FIRST_DAY)) {
            text(column, text);
            return;
        }
        sheet.value(row, column, moment);
        sheet.style(row, column).format(text.indexOf('.') < 0 ? "yyyy-mm-dd hh:mm:ss" : "yyyy-mm-dd hh:mm:ss.000")
                .set();
    }

    private void text(int column, String text) {
        sheet.inlineString(row, column, text.length() > LONGEST ? text.substring(0, LONGEST) : text);
    }

    @Override
    public void close() throws IOException {
        book.finish();
    }
}

package io.huoji.edge.transfer.sheet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/** Reads a sheet of a workbook row by row. */
final class XlsxRows {

    private static final ReadingOptions OPTIONS = new ReadingOptions(true, true);

    private XlsxRows() {}

    static List<String> sheets(Path file) {
        try (ReadableWorkbook book = new ReadableWorkbook(file.toFile(), OPTIONS)) {
            List<String> names = shown(book).stream().map(Sheet::getName).toList();
            if (names.isEmpty())
                throw SheetLimits.unreadable();
            return names;
        } catch (IOException | RuntimeException damaged) {
            throw SheetLimits.unreadable();
        }
    }

    private static List<Sheet> shown(ReadableWorkbook book) {
        return book.getSheets().filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE).toList();
    }

    static void read(Path file, int sheet, SheetFile.RowVisitor visitor) throws IOException {
        try (ReadableWorkbook book = new ReadableWorkbook(file.toFile(), OPTIONS);
                Stream<Row> rows = shown(book).get(sheet).openStream()) {
            Iterator<Row> each = rows.iterator();
            boolean wantsMore = true;
            while (wantsMore && each.hasNext()) {
                Row row = each.next();
                List<String> cells = cells(row, book.isDate1904());
                wantsMore = visited(visitor, row.getRowNum(), cells);
            }
        }
    }

    static boolean visited(SheetFile.RowVisitor visitor, int number, List<String> cells) {
        SheetLimits.check(number, cells.size());
        try {
            return visitor.visit(number, cells);
        } catch (RuntimeException thrown) {
            throw new SheetFile.VisitorFailed(thrown);
        }
    }

    private static List<String> cells(Row row, boolean is1904) {
        List<String> cells = new ArrayList<>();
        int last = -1;
        for (int column = 0; column < row.getCellCount(); column++) {
            Cell cell = row.getCell(column);
            String text = cell == null ? "" : SheetLimits.checked(XlsxCell.text(cell, is1904), row.getRowNum());
            cells.add(text);
            last = text.isBlank() ? last : column;
        }
        return List.copyOf(cells.subList(0, last + 1));
    }
}

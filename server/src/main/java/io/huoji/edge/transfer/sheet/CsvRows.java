package io.huoji.edge.transfer.sheet;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads a csv row by row. */
final class CsvRows {

    private CsvRows() {}

    static void read(Path file, SheetFile shape, SheetFile.RowVisitor visitor) throws IOException {
        try (Reader text = new InputStreamReader(Files.newInputStream(file), Charset.forName(shape.charset()));
                CsvReader<CsvRecord> csv = CsvReader.builder()
                        .fieldSeparator(shape.separator())
                        .skipEmptyLines(false)
                        .allowExtraFields(true)
                        .allowMissingFields(true)
                        .allowExtraCharsAfterClosingQuote(true)
                        .ofCsvRecord(text);
                CloseableIterator<CsvRecord> each = csv.iterator()) {
            int number = 0;
            boolean wantsMore = true;
            while (wantsMore && each.hasNext()) {
                List<String> cells = cells(each.next(), ++number);
                boolean settles = number == 1 && cells.size() == 1 && cells.getFirst().startsWith("sep=");
                wantsMore = settles || XlsxRows.visited(visitor, number, cells);
            }
        }
    }

    private static List<String> cells(CsvRecord row, int number) {
        List<String> cells = new ArrayList<>();
        int last = -1;
        for (int column = 0; column < row.getFieldCount(); column++) {
            String cell = row.getField(column);
            if (number == 1 && column == 0 && cell.startsWith("\uFEFF"))
                cell = cell.substring(1);
            cells.add(SheetLimits.checked(CellGuard.plain(cell), number));
            last = cell.isBlank() ? last : column;
        }
        return List.copyOf(cells.subList(0, last + 1));
    }
}

package io.huoji.edge.transfer.sheet;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Writes a spreadsheet row by row, with little in memory. */
public interface SheetWriter extends Closeable {

    /** The cells in the order of the heads, in the words of a field type's {@code inSheet}. */
    void row(List<String> cells) throws IOException;

    static SheetWriter of(SheetFormat format, OutputStream out, String sheet, List<SheetHead> heads)
            throws IOException {
        return format == SheetFormat.CSV ? new CsvSheet(out, heads) : new XlsxSheet(out, sheet, heads);
    }
}

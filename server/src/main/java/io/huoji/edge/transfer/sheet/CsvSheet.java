package io.huoji.edge.transfer.sheet;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.huoji.platform.table.field.SheetKind;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A csv in UTF-8 with the mark by which Excel knows it. */
final class CsvSheet implements SheetWriter {

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?%?");

    private final List<SheetHead> heads;
    private final CsvWriter csv;

    CsvSheet(OutputStream out, List<SheetHead> heads) throws IOException {
        this.heads = heads;
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write('\uFEFF');
        this.csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
        csv.writeRecord(heads.stream().map(head -> CellGuard.guarded(head.name())).toList());
    }

    @Override
    public void row(List<String> cells) {
        List<String> safe = new ArrayList<>();
        for (int column = 0; column < cells.size(); column++) {
            SheetKind kind = heads.get(column).kind();
            String cell = cells.get(column);
            boolean isNumber = (kind == SheetKind.NUMBER || kind == SheetKind.PERCENT)
                    && NUMBER.matcher(cell).matches();
            safe.add(isNumber ? cell : CellGuard.guarded(cell));
        }
        csv.writeRecord(safe);
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}

package io.huoji.command.crm;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A csv file with a header line. */
final class CsvTable {

    /** One line, by column name. */
    record Row(NamedCsvRecord line) {

        String text(String column) {
            String text = line.getField(column).strip();
            if (text.isEmpty())
                throw new IllegalArgumentException(
                        "Line %d has no %s.".formatted(line.getStartingLineNumber(), column));
            return text;
        }

        @Nullable
        String textOrNull(String column) {
            String text = line.getField(column).strip();
            return text.isEmpty() ? null : text;
        }
    }

    private CsvTable() {}

    static List<Row> read(Path file) {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
            return reader.stream().map(Row::new).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException("Can't read " + file, failure);
        }
    }
}

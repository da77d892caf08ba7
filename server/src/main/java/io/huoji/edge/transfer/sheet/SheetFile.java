package io.huoji.edge.transfer.sheet;

import io.huoji.platform.kernel.Misuse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A spreadsheet that somebody sent.
 *
 * @param charset   of a csv
 * @param separator of a csv
 * @param sheets    names of the sheets that show; one without a name for a csv
 */
public record SheetFile(SheetFormat format, String charset, String separator, List<String> sheets) {

    /** Looks at a row; false when it has seen enough. */
    @FunctionalInterface
    public interface RowVisitor {
        boolean visit(int number, List<String> cells);
    }

    /** Finds out what the file is, and refuses what can't be read or would burst. */
    public static SheetFile of(Path file) {
        try {
            byte[] head = head(file);
            if (head.length >= 4 && head[0] == 'P' && head[1] == 'K') {
                ZipGuard.check(file);
                return new SheetFile(SheetFormat.XLSX, "", "", XlsxRows.sheets(file));
            }
            if (head.length >= 4 && (head[0] & 0xff) == 0xd0 && (head[1] & 0xff) == 0xcf)
                throw SheetLimits.oldWorkbook();
            return CsvDialect.of(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(4);
        }
    }

    /** Reads the rows of a sheet one after the other; their number is the one that a spreadsheet program shows. */
    public void read(Path file, int sheet, RowVisitor visitor) {
        try {
            if (format == SheetFormat.XLSX)
                XlsxRows.read(file, sheet, visitor);
            else
                CsvRows.read(file, this, visitor);
        } catch (VisitorFailed failed) {
            throw failed.original();
        } catch (Misuse refused) {
            throw refused;
        } catch (IOException | RuntimeException damaged) {
            throw SheetLimits.unreadable();
        }
    }

    /** Carries what a visitor threw out of the reader. */
    static final class VisitorFailed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final RuntimeException original;

        VisitorFailed(RuntimeException original) {
            super(original);
            this.original = original;
        }

        RuntimeException original() {
            return original;
        }
    }
}

package io.huoji.edge.transfer.sheet;

import io.huoji.platform.kernel.Misuse;
import io.huoji.platform.kernel.Problem;
import java.util.Map;

/** How large a spreadsheet may be, and the refusals of one that is larger or is none. */
final class SheetLimits {

    static final int COLUMNS = 500;
    static final int ROWS = 500_000;
    static final int CELL = 100_000;
    static final long UNPACKED = 400L << 20;
    /** The words of a workbook are read into memory as a whole. */
    static final long WORDS = 64L << 20;
    static final int PARTS = 2_000;
    /** Tables pack well, up to some fifty times; what packs better is made to explode. */
    static final long RATIO = 150;
    static final long RATIO_FROM = 10L << 20;

    private SheetLimits() {}

    static Misuse bomb() {
        return new Misuse.BadFile(true, Problem.at("file", "sheet-bomb", Map.of("megabytes", UNPACKED >> 20)));
    }

    static Misuse unreadable() {
        return new Misuse.BadFile(false, Problem.at("file", "sheet-unreadable"));
    }

    static Misuse oldWorkbook() {
        return new Misuse.BadFile(false, Problem.at("file", "sheet-old-workbook"));
    }

    static void check(int row, int columns) {
        if (row > ROWS)
            throw new Misuse.BadFile(true, Problem.at("file", "sheet-too-many-rows", Map.of("max", ROWS)));
        if (columns > COLUMNS)
            throw new Misuse.BadFile(true,
                    Problem.at("file", "sheet-too-many-columns", Map.of("max", COLUMNS, "row", row)));
    }

    static String checked(String cell, int row) {
        if (cell.length() > CELL)
            throw new Misuse.BadFile(true,
                    Problem.at("file", "sheet-cell-too-long", Map.of("max", CELL, "row", row)));
        return cell;
    }
}

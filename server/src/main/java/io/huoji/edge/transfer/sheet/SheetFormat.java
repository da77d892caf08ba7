package io.huoji.edge.transfer.sheet;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The two kinds of spreadsheet that go in and out. */
public enum SheetFormat {
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"), CSV("text/csv;charset=UTF-8");

    private final String mediaType;

    SheetFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    public String extension() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<SheetFormat> byWord(String word) {
        return Arrays.stream(values()).filter(format -> format.extension().equals(word)).findFirst();
    }
}

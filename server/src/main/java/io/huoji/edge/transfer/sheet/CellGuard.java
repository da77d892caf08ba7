package io.huoji.edge.transfer.sheet;

import java.util.regex.Pattern;

/** Keeps text of a csv from being run as a formula: an apostrophe in front, which reading takes off again. */
final class CellGuard {

    private static final String STARTS = "[=+\\-@\\t\\r\\n＝＋－＠]";
    private static final Pattern DANGEROUS = Pattern.compile("'*" + STARTS + ".*", Pattern.DOTALL);
    private static final Pattern GUARDED = Pattern.compile("'+" + STARTS + ".*", Pattern.DOTALL);

    private CellGuard() {}

    static String guarded(String text) {
        return DANGEROUS.matcher(text).matches() ? "'" + text : text;
    }

    static String plain(String cell) {
        return GUARDED.matcher(cell).matches() ? cell.substring(1) : cell;
    }
}

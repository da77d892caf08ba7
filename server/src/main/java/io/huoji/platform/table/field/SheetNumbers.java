package io.huoji.platform.table.field;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers as people write them in spreadsheets: 1,234.50, １２, 12%, ¥12.50, 12.50元, 1.2E3. */
final class SheetNumbers {

    private static final Pattern GROUPED = Pattern.compile("[+-]?\\d{1,3}(,\\d{3})+(\\.\\d+)?");
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,25}(\\.\\d{1,25})?([eE][+-]?\\d{1,2})?");
    private static final Set<String> YUAN = Set.of("¥", "元", "RMB", "人民币");

    private SheetNumbers() {}

    /** The number without decoration; the text as it is when it is none. */
    static String plain(String cell) {
        BigDecimal number = number(cell);
        return number == null ? cell : number.toPlainString();
    }

    static @Nullable BigDecimal number(String cell) {
        String text = Normalizer.normalize(cell.strip(), Normalizer.Form.NFKC).replace('−', '-').strip();
        if (GROUPED.matcher(text).matches())
            text = text.replace(",", "");
        return NUMBER.matcher(text).matches() ? new BigDecimal(text) : null;
    }

    /** 12% and 0.12 are the same. */
    static String share(String cell) {
        String text = Normalizer.normalize(cell.strip(), Normalizer.Form.NFKC);
        if (!text.endsWith("%"))
            return plain(cell);
        BigDecimal number = number(text.substring(0, text.length() - 1));
        return number == null ? cell : number.movePointLeft(2).toPlainString();
    }

    /**
     * A sum with its currency, either in front or behind.
     *
     * @param currency null when the cell names none
     */
    record Sum(String amount, @Nullable String currency) {}

    static Sum sum(String cell) {
        String text = Normalizer.normalize(cell.strip(), Normalizer.Form.NFKC);
        for (String word : YUAN)
            if (text.startsWith(word) || text.endsWith(word))
                return new Sum(plain(text.replace(word, "").strip()), null);
        boolean front = text.matches("[A-Z]{3}\\s*[^A-Z]+");
        boolean behind = text.matches("[^A-Z]+\\s*[A-Z]{3}");
        if (front)
            return new Sum(plain(text.substring(3).strip()), text.substring(0, 3));
        if (behind)
            return new Sum(plain(text.substring(0, text.length() - 3).strip()), text.substring(text.length() - 3));
        return new Sum(plain(text), null);
    }
}

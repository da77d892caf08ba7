package io.huoji.edge.transfer.sheet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.jspecify.annotations.Nullable;

/** A cell of a workbook as text: numbers plain, days and times ISO, spans as 25:30, formulas by their last result. */
final class XlsxCell {

    /** As many digits as a spreadsheet keeps; what comes after is the noise of binary fractions. */
    private static final MathContext DIGITS = new MathContext(15, RoundingMode.HALF_UP);
    private static final LocalDate EPOCH = LocalDate.of(1899, 12, 30);
    private static final int DAYS_1904 = 1462;
    private static final BigDecimal MILLIS = BigDecimal.valueOf(86_400_000);
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.");
    private static final Pattern ELAPSED = Pattern.compile("\\[(h+|m+|s+)]", Pattern.CASE_INSENSITIVE);
    private static final Pattern BRACKETS = Pattern.compile("\\[[^]]*]");
    private static final Pattern DATE_LETTER = Pattern.compile("[ymdhs]", Pattern.CASE_INSENSITIVE);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final DateTimeFormatter MOMENT_MILLIS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS");

    private XlsxCell() {}

    static String text(Cell cell, boolean is1904) {
        String raw = cell.getRawValue();
        if (cell.getType() == CellType.STRING)
            return cell.getText();
        if (raw == null || cell.getType() == CellType.EMPTY)
            return "";
        if (cell.getType() == CellType.BOOLEAN)
            return raw.equals("1") || raw.equalsIgnoreCase("true") ? "true" : "false";
        BigDecimal number = cell.getType() == CellType.ERROR ? null : number(raw);
        if (number == null)
            return cell.getType() == CellType.FORMULA && cell.getValue() instanceof String said ? said : raw;
        return number(number, cell, is1904);
    }

    private static @Nullable BigDecimal number(String raw) {
        try {
            return raw.length() > 40 ? null : new BigDecimal(raw);
        } catch (NumberFormatException none) {
            return null;
        }
    }

    private static String number(BigDecimal number, Cell cell, boolean is1904) {
        String format = cell.getDataFormatString();
        Integer id = cell.getDataFormatId();
        if (isElapsed(id, format) && number.signum() >= 0)
            return elapsed(number);
        if (isDate(id, format) && number.signum() >= 0 && number.compareTo(BigDecimal.valueOf(2_958_466)) < 0)
            return moment(is1904 ? number.add(BigDecimal.valueOf(DAYS_1904)) : number);
        BigDecimal rounded = number.round(DIGITS).stripTrailingZeros();
        return Math.abs(rounded.scale()) > 40 ? number.toString() : rounded.toPlainString();
    }

    private static boolean isElapsed(@Nullable Integer id, @Nullable String format) {
        return (id != null && id == 46)
                || (format != null && ELAPSED.matcher(QUOTED.matcher(format).replaceAll("")).find());
    }

    /** By the numbers that are the same in every workbook, else by the letters of the format. */
    static boolean isDate(@Nullable Integer id, @Nullable String format) {
        if (id != null && ((id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47)
                || (id >= 50 && id <= 58)))
            return true;
        if (format == null || format.equalsIgnoreCase("General"))
            return false;
        String plain = BRACKETS.matcher(QUOTED.matcher(format).replaceAll("")).replaceAll("");
        return DATE_LETTER.matcher(plain).find();
    }

    private static String elapsed(BigDecimal days) {
        long seconds = millis(days) / 1000;
        String clock = "%d:%02d".formatted(seconds / 3600, seconds / 60 % 60);
        return seconds % 60 == 0 ? clock : clock + ":%02d".formatted(seconds % 60);
    }

    private static long millis(BigDecimal days) {
        return days.multiply(MILLIS).setScale(0, RoundingMode.HALF_UP).longValue();
    }

    private static String moment(BigDecimal days) {
        long millis = millis(days);
        if (days.compareTo(BigDecimal.ONE) < 0 && millis > 0)
            return TIME.format(LocalTime.ofNanoOfDay(millis % 86_400_000 * 1_000_000));
        LocalDateTime moment = EPOCH.atStartOfDay().plus(millis, ChronoUnit.MILLIS);
        if (moment.toLocalTime().equals(LocalTime.MIDNIGHT))
            return moment.toLocalDate().toString();
        return (millis % 1000 == 0 ? MOMENT : MOMENT_MILLIS).format(moment);
    }
}

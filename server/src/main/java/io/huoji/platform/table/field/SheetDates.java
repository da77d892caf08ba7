package io.huoji.platform.table.field;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Days and moments as people write them: 2026-11-23, 2026/11/23 9:05, 2026年11月23日, 20261123, a serial number of Excel. */
final class SheetDates {

    private static final Pattern WRITTEN = Pattern
            .compile("(\\d{4})\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})\\s*日?"
                    + "(?:[T\\s]*(上午|下午|AM|PM)?\\s*(\\d{1,2})[:时](\\d{1,2})分?(?::?(\\d{1,2})(?:\\.(\\d{1,3}))?秒?)?\\s*(AM|PM)?"
                    + "\\s*(Z|[+-]\\d{2}:?\\d{2})?)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern COMPACT = Pattern.compile("(19|20|21)\\d{6}");
    private static final Pattern SERIAL = Pattern.compile("\\d{5,6}(\\.\\d{1,15})?");
    /** Day 0 of Excel, which believes in 29 February 1900; later days count right from here. */
    private static final LocalDate EPOCH = LocalDate.of(1899, 12, 30);
    private static final BigDecimal MILLIS = BigDecimal.valueOf(86_400_000);
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final DateTimeFormatter LOCAL_MILLIS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS");

    private SheetDates() {}

    /** {@code 2026-11-23}; the text as it is when it names no day. */
    static String day(String cell) {
        LocalDateTime read = local(clean(cell));
        return read == null ? cell : read.toLocalDate().toString();
    }

    /** A moment with its offset; the text as it is when it names none. */
    static String moment(String cell, ZoneId zone) {
        String text = clean(cell);
        LocalDateTime read = local(text);
        if (read == null)
            return cell;
        Matcher matcher = WRITTEN.matcher(text);
        String offset = matcher.matches() ? matcher.group(10) : null;
        ZoneOffset own = offset == null ? null : ZoneOffset.of(offset.toUpperCase(java.util.Locale.ROOT));
        return read.atZone(own == null ? zone : own).toOffsetDateTime().toString();
    }

    /** A stored moment as the tenant's clock shows it; with the offset in the one hour of a year that comes twice. */
    static String said(Instant moment, ZoneId zone) {
        LocalDateTime local = LocalDateTime.ofInstant(moment, zone);
        String text = (moment.toEpochMilli() % 1000 == 0 ? LOCAL : LOCAL_MILLIS).format(local);
        return zone.getRules().getValidOffsets(local).size() < 2
                ? text
                : text + zone.getRules().getOffset(moment).getId();
    }

    private static String clean(String cell) {
        return Normalizer.normalize(cell.strip(), Normalizer.Form.NFKC);
    }

    private static @Nullable LocalDateTime local(String text) {
        try {
            Matcher matcher = WRITTEN.matcher(text);
            if (matcher.matches())
                return written(matcher);
            if (COMPACT.matcher(text).matches())
                return LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE).atStartOfDay();
            return SERIAL.matcher(text).matches() ? serial(new BigDecimal(text)) : null;
        } catch (DateTimeException none) {
            return null;
        }
    }

    private static LocalDateTime written(Matcher parts) {
        LocalDate day = LocalDate.of(number(parts, 1), number(parts, 2), number(parts, 3));
        if (parts.group(5) == null)
            return day.atStartOfDay();
        String half = parts.group(4) == null ? parts.group(9) : parts.group(4);
        int hour = number(parts, 5);
        boolean late = half != null && (half.equals("下午") || half.equalsIgnoreCase("PM"));
        if (half != null && hour <= 12)
            hour = hour % 12 + (late ? 12 : 0);
        String millis = parts.group(8) == null ? "0" : (parts.group(8) + "00").substring(0, 3);
        return day.atTime(hour, number(parts, 6), number(parts, 7))
                .plus(Long.parseLong(millis), ChronoUnit.MILLIS);
    }

    private static int number(Matcher parts, int group) {
        return parts.group(group) == null ? 0 : Integer.parseInt(parts.group(group));
    }

    private static LocalDateTime serial(BigDecimal number) {
        long days = number.longValue();
        BigDecimal rest = number.subtract(BigDecimal.valueOf(days)).multiply(MILLIS);
        return EPOCH.plusDays(days)
                .atStartOfDay()
                .plus(rest.setScale(0, RoundingMode.HALF_UP).longValue(), ChronoUnit.MILLIS);
    }
}

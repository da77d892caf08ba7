package io.huoji.command.tenant;

import io.huoji.platform.tenant.TenantRegister.Entry;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Tenants as lines of a terminal, in which a Chinese character is as wide as two letters. */
final class TenantTable {

    private static final List<String> HEAD = List.of("编号 id", "企业 name", "状态 state", "到期 until", "人员 people",
            "记录 records", "最近使用 last activity");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final String NOTHING = "–";
    private static final int[][] WIDE = {{0x1100, 0x115f}, {0x2e80, 0xa4cf}, {0xac00, 0xd7a3}, {0xf900, 0xfaff},
        {0xfe30, 0xfe6f}, {0xff00, 0xff60}, {0xffe0, 0xffe6}, {0x1f300, 0x1faff}, {0x20000, 0x3fffd}};
    private static final int FIRST_NUMBER = 4;
    private static final int LAST_NUMBER = 5;

    private TenantTable() {}

    static String of(List<Entry> entries, Instant now) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEAD);
        entries.forEach(entry -> rows.add(row(entry, now)));
        int[] widths = IntStream.range(0, HEAD.size())
                .map(column -> rows.stream().mapToInt(row -> width(row.get(column))).max().orElse(0))
                .toArray();
        StringBuilder text = new StringBuilder();
        rows.forEach(row -> text.append(line(row, widths)).append('\n'));
        return text.toString();
    }

    private static List<String> row(Entry entry, Instant now) {
        String state = switch (entry.state()) {
            case PERMANENT -> "正式 permanent";
            case TRIAL -> "试用 trial";
            case ENDED -> "只读 ended";
            case SUSPENDED -> "停用 suspended";
        };
        Instant last = entry.lastActivity();
        return List.of(entry.id().toString(), entry.name(), state, until(entry, now), Long.toString(entry.people()),
                Long.toString(entry.records()), last == null ? NOTHING : MINUTE.format(last.atZone(entry.zone())));
    }

    /** The last day of the trial, and how many days are left. */
    private static String until(Entry entry, Instant now) {
        Instant end = entry.trialUntil();
        if (end == null)
            return NOTHING;
        String day = DAY.format(end.minusNanos(1).atZone(entry.zone()));
        long left = Duration.between(now, end).toDays();
        return now.isBefore(end) ? "%s (%d d)".formatted(day, left) : day;
    }

    private static String line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < cells.size(); column++) {
            String cell = cells.get(column);
            String space = " ".repeat(widths[column] - width(cell));
            boolean isNumber = column >= FIRST_NUMBER && column <= LAST_NUMBER;
            line.append(column == 0 ? "" : "  ").append(isNumber ? space + cell : cell + space);
        }
        return line.toString().stripTrailing();
    }

    static int width(String text) {
        return text.codePoints().map(TenantTable::width).sum();
    }

    /** Two for what East Asian fonts draw over two columns. */
    private static int width(int character) {
        return Arrays.stream(WIDE).anyMatch(range -> range[0] <= character && character <= range[1]) ? 2 : 1;
    }
}

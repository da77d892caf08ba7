package io.huoji.platform.table.field;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Texts that fill a field without saying anything: a dash, 无, n/a. */
final class Placeholders {

    private static final Set<String> WORDS = Set.of("无", "没有", "暂无", "没", "空", "略", "不详", "未知", "不知道", "待定", "待补充",
            "同上",
            "na", "none", "nil", "null", "no", "nothing", "unknown", "tbd", "todo", "x", "xx", "xxx", "test", "测试");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Placeholders() {}

    /** True when nothing is left but signs, or one of the words that people write instead of an answer. */
    static boolean is(String text) {
        String bare = NO_WORD.matcher(text).replaceAll("").toLowerCase(Locale.ROOT);
        return bare.isEmpty() || WORDS.contains(bare);
    }
}

package io.huoji.platform.org;

import java.util.Locale;
import java.util.function.Predicate;

/** Makes a code of a name when the caller gives none: 张三 gives {@code zhangsan}, then {@code zhangsan-2}. */
public final class Codes {

    private static final int LONGEST = 58;

    private Codes() {}

    public static String of(String name, String otherwise, Predicate<String> isTaken) {
        String key = NameKeys.of(name);
        String plain = (key.contains(" ") ? key.substring(0, key.indexOf(' ')) : key).toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "");
        String stem = plain.isEmpty() ? otherwise : plain.substring(0, Math.min(LONGEST, plain.length()));
        String code = stem;
        for (int number = 2; isTaken.test(code); number++)
            code = stem + "-" + number;
        return code;
    }
}

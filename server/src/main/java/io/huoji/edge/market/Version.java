package io.huoji.edge.market;

import java.util.Arrays;
import java.util.regex.Pattern;

/** Versions of apps: numbers joined by dots. */
final class Version {

    private static final Pattern FORM = Pattern.compile("\\d{1,6}(?:\\.\\d{1,6}){0,3}");

    private Version() {}

    static boolean isVersion(String text) {
        return FORM.matcher(text).matches();
    }

    static boolean isNewer(String one, String other) {
        return Arrays.compare(numbers(one), numbers(other)) > 0;
    }

    private static int[] numbers(String version) {
        return Arrays.stream(version.split("\\.", -1)).mapToInt(Integer::parseInt).toArray();
    }
}

package io.huoji.platform.table;

import io.huoji.platform.kernel.Misuse;
import io.huoji.platform.kernel.Problem;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The header {@code If-Match}: a version, bare or as an entity tag. */
final class IfMatch {

    private static final Pattern VERSION = Pattern.compile("(?:W/)?\"?(\\d{1,18})\"?");

    private IfMatch() {}

    /** The version that the caller has seen; null when any will do. */
    static @Nullable Long version(@Nullable String header) {
        if (header == null || header.isBlank() || header.strip().equals("*"))
            return null;
        Matcher matcher = VERSION.matcher(header.strip());
        if (!matcher.matches())
            throw new Misuse.Malformed(Problem.at("If-Match", "not-a-version"));
        return Long.valueOf(matcher.group(1));
    }
}

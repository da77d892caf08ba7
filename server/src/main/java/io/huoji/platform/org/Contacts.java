package io.huoji.platform.org;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One way to write an e-mail address and a mobile number, so that equal ones are equal texts. */
public final class Contacts {

    private static final int LONGEST_EMAIL = 254;
    private static final Pattern EMAIL = Pattern.compile(
            "[^@\\s,;<>\"()\\[\\]\\p{Cntrl}]{1,64}@[^@\\s,;<>\"()\\[\\]\\p{Cntrl}.][^@\\s,;<>\"()\\[\\]\\p{Cntrl}]*");
    private static final Pattern CHINESE_MOBILE = Pattern.compile("1[3-9]\\d{9}");
    private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{6,14}");

    private Contacts() {}

    /** The address in lower case; null when it isn't one. */
    public static @Nullable String email(String text) {
        String plain = text.strip().toLowerCase(Locale.ROOT);
        return plain.length() <= LONGEST_EMAIL && EMAIL.matcher(plain).matches() ? plain : null;
    }

    /** The number as E.164, a bare Chinese one with +86; null when it isn't one. */
    public static @Nullable String mobile(String text) {
        String plain = text.replaceAll("[\\s()-]", "");
        if (CHINESE_MOBILE.matcher(plain).matches())
            return "+86" + plain;
        return E164.matcher(plain).matches() ? plain : null;
    }

    /** An e-mail address or a mobile number; null when it is neither. */
    public static @Nullable String login(String text) {
        return text.contains("@") ? email(text) : mobile(text);
    }
}

package io.huoji.platform.kernel;

import java.util.regex.Pattern;

/** What a key or code looks like: lower case, digits, hyphen; 1 to 64 characters. */
public final class Keys {

    private static final Pattern FORM = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?");

    private Keys() {}

    public static boolean isKey(String text) {
        return FORM.matcher(text).matches();
    }
}

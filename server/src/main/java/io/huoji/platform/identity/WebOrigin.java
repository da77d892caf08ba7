package io.huoji.platform.identity;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The origin of a web page, written as a browser sends it. */
final class WebOrigin {

    private static final Pattern HOST = Pattern.compile("[a-z0-9]([a-z0-9.-]*[a-z0-9])?|\\[[0-9a-f:.]+]");
    private static final int LARGEST_PORT = 65_535;

    private WebOrigin() {}

    /** {@code https://crm.example.com:8443}; null for anything with a path, a wildcard or another scheme. */
    static @Nullable String of(@Nullable String text) {
        try {
            URI uri = new URI(text == null ? "" : text.strip().toLowerCase(Locale.ROOT));
            String scheme = uri.getScheme();
            String host = uri.getHost();
            boolean isWeb = "https".equals(scheme) || "http".equals(scheme);
            boolean isBare = uri.getRawUserInfo() == null && uri.getRawQuery() == null && uri.getRawFragment() == null
                    && (uri.getRawPath() == null || uri.getRawPath().isEmpty());
            if (!isWeb || !isBare || host == null || !HOST.matcher(host).matches() || uri.getPort() > LARGEST_PORT)
                return null;
            boolean isUsual = uri.getPort() == -1 || uri.getPort() == ("https".equals(scheme) ? 443 : 80);
            return scheme + "://" + host + (isUsual ? "" : ":" + uri.getPort());
        } catch (URISyntaxException broken) {
            return null;
        }
    }
}

package io.huoji.platform.table.field;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** An address on the web: http or https, without a password in it. */
@Component
class WebLinkType extends CheckedTextType {

    WebLinkType() {
        super("webLink", "text", 2000, "not-a-link");
    }

    @Override
    public boolean mayBeIndexed() {
        return false;
    }

    @Override
    @Nullable
    String written(String text) {
        return isWebAddress(text) ? text : null;
    }

    static boolean isWebAddress(String text) {
        try {
            URI address = new URI(text);
            String scheme = address.getScheme();
            return scheme != null && (scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https"))
                    && address.getRawAuthority() != null && !address.getRawAuthority().isEmpty()
                    && address.getUserInfo() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}

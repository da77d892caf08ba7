package io.huoji.edge.embed;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * The page that asks. A browser names it in {@code Origin}. Our own frame page stands inside another page and names that one in
 * {@code X-Embed-Origin}; from elsewhere this header counts for nothing.
 */
final class PageOrigin {

    static final String PARENT = "X-Embed-Origin";

    private PageOrigin() {}

    /** Null when it was no page that asked, but a program. */
    static @Nullable String of(HttpServletRequest request) {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        String parent = request.getHeader(PARENT);
        return parent != null && (origin == null || origin.equals(own(request))) ? parent : origin;
    }

    private static String own(HttpServletRequest request) {
        URI url = URI.create(request.getRequestURL().toString());
        return url.getScheme() + "://" + url.getAuthority();
    }
}

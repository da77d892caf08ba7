package io.huoji.platform.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/** The two cookies of a signed-in browser: the session, which scripts can't read, and the token that writes repeat. */
final class SessionCookies {

    static final String SESSION = "huoji_session";
    static final String XSRF = "XSRF-TOKEN";
    static final String XSRF_HEADER = "X-XSRF-TOKEN";

    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

    private SessionCookies() {}

    static void give(HttpServletRequest request, HttpServletResponse response, Secret session) {
        set(request, response, SESSION, session.text(), true, Sessions.LIFE);
        giveXsrf(request, response);
    }

    static void giveXsrf(HttpServletRequest request, HttpServletResponse response) {
        set(request, response, XSRF, Secret.fresh().text(), false, Sessions.LIFE);
    }

    static void take(HttpServletRequest request, HttpServletResponse response) {
        set(request, response, SESSION, "", true, Duration.ZERO);
        set(request, response, XSRF, "", false, Duration.ZERO);
    }

    /** True when the request only reads, or repeats its cookie in the header, which no foreign page can. */
    static boolean isOurs(HttpServletRequest request) {
        if (READS.contains(request.getMethod()))
            return true;
        String cookie = Viewers.cookie(request, XSRF);
        String header = request.getHeader(XSRF_HEADER);
        return cookie != null && !cookie.isEmpty() && header != null
                && MessageDigest.isEqual(cookie.getBytes(StandardCharsets.UTF_8),
                        header.getBytes(StandardCharsets.UTF_8));
    }

    private static void set(HttpServletRequest request, HttpServletResponse response, String name, String value,
            boolean httpOnly, Duration life) {
        response.addHeader(HttpHeaders.SET_COOKIE, ResponseCookie.from(name, value)
                .path("/")
                .httpOnly(httpOnly)
                .secure(request.isSecure())
                .sameSite("Lax")
                .maxAge(life)
                .build()
                .toString());
    }
}

package io.huoji.platform.identity;

import io.huoji.platform.access.Viewer;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Who makes a request: the holder of its Bearer token, else of its session cookie. Looked up once for each request. */
@Component
public class Viewers {

    private static final String FOUND = Viewers.class.getName();
    private static final String BEARER = "Bearer ";
    private static final Object NOBODY = new Object();

    private final Callers callers;

    Viewers(Callers callers) {
        this.callers = callers;
    }

    /** Null for nobody: no credential, or one that opens nothing (any more). */
    public @Nullable Viewer find(HttpServletRequest request) {
        Caller caller = caller(request);
        return caller == null ? null : caller.viewer();
    }

    /** The same, looked up afresh: for requests that last, whose caller may have lost the right meanwhile. */
    public @Nullable Viewer findAgain(HttpServletRequest request) {
        request.removeAttribute(FOUND);
        return find(request);
    }

    @Nullable
    Caller caller(HttpServletRequest request) {
        Object found = request.getAttribute(FOUND);
        if (found == null) {
            Caller caller = look(request);
            found = caller == null ? NOBODY : caller;
            request.setAttribute(FOUND, found);
        }
        return found instanceof Caller caller ? caller : null;
    }

    private @Nullable Caller look(HttpServletRequest request) {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length()))
            return look(authorization.substring(BEARER.length()).strip(), Credential.Kind.TOKEN);
        return look(cookie(request, SessionCookies.SESSION), Credential.Kind.SESSION);
    }

    private @Nullable Caller look(@Nullable String text, Credential.Kind kind) {
        Secret secret = Secret.in(text);
        return secret == null ? null : callers.find(secret, kind);
    }

    static @Nullable String cookie(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null)
            for (Cookie cookie : cookies)
                if (cookie.getName().equals(name))
                    return cookie.getValue();
        return null;
    }
}

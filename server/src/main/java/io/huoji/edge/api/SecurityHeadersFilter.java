package io.huoji.edge.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What a browser may do with our answers: no inline script, no framing, no sniffing, no address told to others. The pages under
 * /embed say for themselves who may frame them.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class SecurityHeadersFilter extends OncePerRequestFilter {

    /** Inline style is allowed because the component library writes its styles at run time; inline script is not. */
    private static final String PAGES = "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
            + "img-src 'self' data: blob:; media-src 'self' blob:; font-src 'self' data:; connect-src 'self'; "
            + "worker-src 'self' blob:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    private static final String ANSWERS = "default-src 'none'; frame-ancestors 'none'; sandbox";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = request.getRequestURI();
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(self), microphone=(self), geolocation=(self)");
        if (request.isSecure())
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        if (!path.startsWith("/embed/")) {
            boolean isAnswer = path.startsWith("/api/") && !path.startsWith("/api/docs");
            response.setHeader("Content-Security-Policy", isAnswer ? ANSWERS : PAGES);
            response.setHeader("X-Frame-Options", "DENY");
            response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
            if (isAnswer)
                response.setHeader("Cache-Control", "no-store");
        }
        chain.doFilter(request, response);
    }
}

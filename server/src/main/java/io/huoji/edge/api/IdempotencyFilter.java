package io.huoji.edge.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Keeps the body and the answer of a write that carries an {@code Idempotency-Key}, so that {@link IdempotencyGuard} can compare
 * and repeat them. A request without that header passes untouched.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 30)
class IdempotencyFilter extends OncePerRequestFilter {

    static final String HEADER = "Idempotency-Key";
    private static final Set<String> WRITES = Set.of("POST", "PUT", "PATCH", "DELETE");

    private final IdempotentRequests requests;

    IdempotencyFilter(IdempotentRequests requests) {
        this.requests = requests;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getHeader(HEADER) == null || !WRITES.contains(request.getMethod())
                || !request.getRequestURI().startsWith("/api/v1/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper kept = new ContentCachingResponseWrapper(response);
        try {
            chain.doFilter(isMultipart(request) ? request : new KeptBody(request), kept);
        } catch (ServletException | IOException | RuntimeException thrown) {
            finish(request, IdempotentRequests.Outcome.UNKNOWN);
            throw thrown;
        }
        finish(request, IdempotentRequests.Outcome.of(kept.getStatus(), kept, isSecret(request)));
        kept.copyBodyToResponse();
    }

    private void finish(HttpServletRequest request, IdempotentRequests.Outcome outcome) {
        Object claim = request.getAttribute(IdempotencyGuard.CLAIM);
        if (claim instanceof IdempotentRequests.Claim mine)
            requests.finish(mine, outcome);
    }

    private static boolean isMultipart(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.startsWith("multipart/");
    }

    /** Answers that show a secret once are not kept; their repetition says only that it was done. */
    private static boolean isSecret(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.endsWith("/tokens") || path.endsWith(":invite");
    }
}

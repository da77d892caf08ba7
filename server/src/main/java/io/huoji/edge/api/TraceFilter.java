package io.huoji.edge.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives each request a trace id (that of the caller's W3C {@code traceparent}, else a new one), found in the log, in the header
 * {@code X-Trace-Id} and in problem answers; and answers what the filters behind it throw.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class TraceFilter extends OncePerRequestFilter {

    static final String TRACE = "traceId";
    private static final Pattern PARENT = Pattern.compile("00-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");

    private final ProblemAnswer answer;

    TraceFilter(ProblemAnswer answer) {
        this.answer = answer;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String trace = trace(request.getHeader("traceparent"));
        MDC.put(TRACE, trace);
        response.setHeader("X-Trace-Id", trace);
        try {
            chain.doFilter(request, response);
        } catch (ServletException wrapped) {
            answer.write(request, response, wrapped.getRootCause() == null ? wrapped : wrapped.getRootCause());
        } catch (BodyTooLarge | RuntimeException thrown) {
            answer.write(request, response, thrown);
        } finally {
            MDC.remove(TRACE);
        }
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    private static String trace(@Nullable String parent) {
        if (parent != null) {
            Matcher known = PARENT.matcher(parent);
            if (known.matches())
                return known.group(1);
        }
        var random = ThreadLocalRandom.current();
        return "%016x%016x".formatted(random.nextLong(), random.nextLong());
    }
}

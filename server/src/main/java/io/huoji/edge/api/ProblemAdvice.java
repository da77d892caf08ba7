package io.huoji.edge.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/** Answers whatever a handler has thrown. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemAdvice {

    private final ProblemAnswer answer;

    ProblemAdvice(ProblemAnswer answer) {
        this.answer = answer;
    }

    @ExceptionHandler(Exception.class)
    void refuse(Exception thrown, HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer.write(request, response, thrown);
    }

    /** The web pages' handler takes only GET, so a wrong path under /api looks like a wrong method; it is a wrong path. */
    @ExceptionHandler(HttpRequestMethodNotSupportedException.class)
    void wrongMethod(HttpRequestMethodNotSupportedException thrown, HttpServletRequest request,
            HttpServletResponse response) throws IOException {
        answer.write(request, response,
                isPageOnly(thrown) ? Failures.noSuchPath(request.getRequestURI()) : WebFailures.of(thrown));
    }

    /** The caller has gone; there is nobody to answer. */
    @ExceptionHandler(AsyncRequestNotUsableException.class)
    void gone() {
        // Nothing to say and nothing to log: closing a page is no fault.
    }

    private static boolean isPageOnly(HttpRequestMethodNotSupportedException thrown) {
        String[] methods = thrown.getSupportedMethods();
        return methods != null && Set.of(methods).equals(WebPages.METHODS);
    }
}

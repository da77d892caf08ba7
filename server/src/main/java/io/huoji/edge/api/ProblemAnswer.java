package io.huoji.edge.api;

import io.huoji.platform.kernel.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes a failure as RFC 9457 problem+json in the caller's language; our own faults are logged here, once. */
@Component
class ProblemAnswer {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAnswer.class);

    private final Messages messages;
    private final JsonMapper json;

    ProblemAnswer(Messages messages, JsonMapper json) {
        this.messages = messages;
        this.json = json;
    }

    record Body(String type, String title, int status, String detail, String instance, @Nullable String traceId,
            List<Entry> errors) {}

    record Entry(String field, String code, String message, Map<String, Object> params) {}

    void write(HttpServletRequest request, HttpServletResponse response, Throwable thrown) throws IOException {
        Failure failure = Failures.of(thrown);
        if (failure.ours())
            LOG.error("{} {} failed.", request.getMethod(), request.getRequestURI(), thrown);
        else if (failure.status().is5xxServerError())
            LOG.warn("{} {}: {}", request.getMethod(), request.getRequestURI(), thrown.toString());
        write(request, response, failure);
    }

    void write(HttpServletRequest request, HttpServletResponse response, Failure failure) throws IOException {
        if (response.isCommitted())
            return;
        response.resetBuffer();
        response.setStatus(failure.status().value());
        failure.headers().forEach(response::setHeader);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, null);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        Locale locale = Languages.of(request);
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, Locale.ENGLISH.equals(locale) ? "en" : "zh-CN");
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        byte[] bytes = json.writeValueAsBytes(body(failure, locale, instance(request)));
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    private Body body(Failure failure, Locale locale, String instance) {
        String kind = failure.status().name().toLowerCase(Locale.ROOT).replace('_', '-');
        List<Entry> errors = failure.problems().stream().map(problem -> entry(problem, locale)).toList();
        return new Body("urn:huoji:problem:" + kind, messages.of("title." + kind, locale), failure.status().value(),
                detail(errors, locale), instance, MDC.get(TraceFilter.TRACE), errors);
    }

    private Entry entry(Problem problem, Locale locale) {
        return new Entry(problem.field(), problem.code(), messages.of(problem, locale), problem.params());
    }

    private static String detail(List<Entry> errors, Locale locale) {
        boolean english = Locale.ENGLISH.equals(locale);
        String said = String.join(english ? " " : "", errors.stream().limit(5).map(Entry::message).toList());
        if (errors.size() <= 5)
            return said;
        return said + (english ? " And " + (errors.size() - 5) + " more." : "另有 " + (errors.size() - 5) + " 处。");
    }

    private static String instance(HttpServletRequest request) {
        Object original = request.getAttribute(jakarta.servlet.RequestDispatcher.ERROR_REQUEST_URI);
        return original == null ? request.getRequestURI() : original.toString();
    }
}

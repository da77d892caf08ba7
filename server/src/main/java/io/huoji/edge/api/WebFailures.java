package io.huoji.edge.api;

import io.huoji.platform.kernel.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.convert.ConversionFailedException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingRequestCookieException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.context.request.async.AsyncRequestTimeoutException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** The failures of Spring's own making, before or around a handler. */
final class WebFailures {

    private WebFailures() {}

    static Failure of(Throwable thrown) {
        return switch (thrown) {
            case HttpMessageNotReadableException body when body.getCause() == null ->
                Failure.of(HttpStatus.BAD_REQUEST, Problem.at("", "body-missing"));
            case HttpMessageNotReadableException body -> JsonFailures.of(body.getCause());
            case MethodArgumentTypeMismatchException wrong ->
                Failure.of(HttpStatus.BAD_REQUEST, value(wrong.getName(), wrong.getRequiredType()));
            case ConversionFailedException wrong ->
                Failure.of(HttpStatus.BAD_REQUEST, value("", wrong.getTargetType().getType()));
            case MissingServletRequestParameterException missing -> missing(missing.getParameterName());
            case MissingServletRequestPartException missing -> missing(missing.getRequestPartName());
            case MissingRequestHeaderException missing -> missing(missing.getHeaderName());
            case MissingRequestCookieException missing -> missing(missing.getCookieName());
            case NoResourceFoundException missing -> Failures.noSuchPath("/" + missing.getResourcePath());
            case NoHandlerFoundException missing -> Failures.noSuchPath(missing.getRequestURL());
            case HttpRequestMethodNotSupportedException wrong -> methodNotAllowed(wrong);
            case HttpMediaTypeNotAcceptableException wrong ->
                Failure.of(HttpStatus.NOT_ACCEPTABLE, Problem.at("", "not-acceptable"));
            case HttpMediaTypeNotSupportedException wrong -> Failure.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    Problem.at("", "unsupported-media-type", Map.of("type", String.valueOf(wrong.getContentType()))));
            case MaxUploadSizeExceededException large ->
                Failure.of(HttpStatus.CONTENT_TOO_LARGE, Problem.at("", "body-too-large"));
            case MultipartException broken -> multipart(broken);
            case AsyncRequestTimeoutException late -> Failure.unavailable(java.time.Duration.ofSeconds(1));
            case ErrorResponse known -> ofStatus(known.getStatusCode().value());
            default -> Failure.internal();
        };
    }

    static Failure ofStatus(int code) {
        HttpStatus status = Optional.ofNullable(HttpStatus.resolve(code)).orElse(HttpStatus.INTERNAL_SERVER_ERROR);
        return switch (status) {
            case UNAUTHORIZED ->
                Failure.of(status, Problem.at("", "unauthenticated")).with("WWW-Authenticate", "Bearer");
            case FORBIDDEN -> Failure.of(status, Problem.at("", "access-denied"));
            case NOT_FOUND -> Failure.of(status, Problem.at("", "no-such-path", Map.of("path", "")));
            case CONTENT_TOO_LARGE -> Failure.of(status, Problem.at("", "body-too-large"));
            case SERVICE_UNAVAILABLE -> Failure.unavailable(java.time.Duration.ofSeconds(2));
            default ->
                status.is5xxServerError() ? Failure.internal() : Failure.of(status, Problem.at("", "bad-request"));
        };
    }

    private static Failure missing(String name) {
        return Failure.of(HttpStatus.BAD_REQUEST, Problem.at(name, "required"));
    }

    private static Failure methodNotAllowed(HttpRequestMethodNotSupportedException wrong) {
        Failure failure = Failure.of(HttpStatus.METHOD_NOT_ALLOWED,
                Problem.at("", "method-not-allowed", Map.of("method", wrong.getMethod())));
        String[] allowed = wrong.getSupportedMethods();
        return allowed == null ? failure : failure.with(HttpHeaders.ALLOW, String.join(", ", allowed));
    }

    private static Failure multipart(MultipartException broken) {
        for (Throwable cause = broken; cause != null; cause = cause.getCause())
            if (cause.getClass().getSimpleName().contains("SizeLimitExceeded") || cause instanceof BodyTooLarge)
                return Failure.of(HttpStatus.CONTENT_TOO_LARGE, Problem.at("", "body-too-large"));
        return Failure.of(HttpStatus.BAD_REQUEST, Problem.at("", "body-unreadable"));
    }

    private static Problem value(String field, @org.jspecify.annotations.Nullable Class<?> type) {
        List<?> options = type != null && type.isEnum() ? Arrays.asList(type.getEnumConstants()) : List.of();
        return JsonFailures.plainValue(field, type, options);
    }
}

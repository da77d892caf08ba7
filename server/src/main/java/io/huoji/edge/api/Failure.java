package io.huoji.edge.api;

import io.huoji.platform.kernel.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * A refusal on its way out.
 *
 * @param headers what the answer carries beside the body, e.g. Retry-After
 * @param ours    our own fault: to be logged with its stack, shown by trace id only
 */
record Failure(HttpStatus status, List<Problem> problems, Map<String, String> headers, boolean ours) {

    static Failure of(HttpStatus status, Problem... problems) {
        return new Failure(status, List.of(problems), Map.of(), false);
    }

    static Failure of(HttpStatus status, List<Problem> problems) {
        return new Failure(status, problems, Map.of(), false);
    }

    static Failure internal() {
        return new Failure(HttpStatus.INTERNAL_SERVER_ERROR, List.of(Problem.at("", "internal")), Map.of(), true);
    }

    static Failure unavailable(Duration retryAfter) {
        return of(HttpStatus.SERVICE_UNAVAILABLE, Problem.at("", "unavailable")).retryAfter(retryAfter);
    }

    Failure retryAfter(Duration time) {
        return with(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, time.toSeconds())));
    }

    Failure with(String header, String value) {
        return new Failure(status, problems, Map.of(header, value), ours);
    }
}

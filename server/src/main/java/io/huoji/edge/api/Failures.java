package io.huoji.edge.api;

import io.huoji.platform.kernel.Misuse;
import io.huoji.platform.kernel.Problem;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.postgresql.util.PSQLException;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.transaction.TransactionException;

/** Maps whatever was thrown to the one answer that the contract has for it. */
final class Failures {

    private static final Set<String> BAD_TEXT = Set.of("22021", "22P05");
    private static final Set<String> BAD_VALUE = Set.of("22003", "22008", "22007", "22P02", "22001");

    private Failures() {}

    static Failure of(Throwable thrown) {
        return switch (thrown) {
            case Misuse misuse -> of(misuse);
            case AccessDeniedException denied -> Failure.of(HttpStatus.FORBIDDEN, Problem.at("", "access-denied"));
            case AuthenticationException unknown -> of(new Misuse.Unauthenticated());
            case RequestRejectedException rejected -> Failure.of(HttpStatus.BAD_REQUEST, Problem.at("", "bad-request"));
            case BodyTooLarge large -> Failure.of(HttpStatus.CONTENT_TOO_LARGE, Problem.at("", "body-too-large"));
            case DataAccessException database -> ofDatabase(database);
            case TransactionException database -> Failure.unavailable(java.time.Duration.ofSeconds(2));
            default -> WebFailures.of(thrown);
        };
    }

    static Failure of(Misuse misuse) {
        return switch (misuse) {
            case Misuse.Malformed malformed -> Failure.of(HttpStatus.BAD_REQUEST, malformed.problems());
            case Misuse.Unauthenticated unknown ->
                Failure.of(HttpStatus.UNAUTHORIZED, unknown.problems()).with("WWW-Authenticate", "Bearer");
            case Misuse.Forbidden forbidden -> Failure.of(HttpStatus.FORBIDDEN, forbidden.problems());
            case Misuse.NotFound missing -> Failure.of(HttpStatus.NOT_FOUND, missing.problems());
            case Misuse.Conflict conflict -> Failure.of(HttpStatus.CONFLICT, conflict.problems());
            case Misuse.Stale stale -> Failure.of(HttpStatus.PRECONDITION_FAILED, stale.problems());
            case Misuse.Refused refused -> Failure.of(HttpStatus.UNPROCESSABLE_CONTENT, refused.problems());
            case Misuse.BadFile bad -> Failure.of(
                    bad.isTooLarge() ? HttpStatus.CONTENT_TOO_LARGE : HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    bad.problems());
            case Misuse.TooMany many ->
                Failure.of(HttpStatus.TOO_MANY_REQUESTS, many.problems()).retryAfter(many.retryAfter());
        };
    }

    /** What the data made fail is the caller's; a constraint nobody checked is ours; the rest is the database's and passes. */
    private static Failure ofDatabase(DataAccessException thrown) {
        String state = thrown.getMostSpecificCause() instanceof PSQLException cause
                ? String.valueOf(cause.getSQLState())
                : "";
        if (BAD_TEXT.contains(state))
            return Failure.of(HttpStatus.BAD_REQUEST, Problem.at("", "bad-character"));
        if (BAD_VALUE.contains(state))
            return Failure.of(HttpStatus.BAD_REQUEST, Problem.at("", "bad-value"));
        return switch (thrown) {
            case org.springframework.dao.TransientDataAccessException passing ->
                Failure.unavailable(java.time.Duration.ofSeconds(1));
            case org.springframework.dao.DataAccessResourceFailureException down ->
                Failure.unavailable(java.time.Duration.ofSeconds(2));
            case org.springframework.dao.RecoverableDataAccessException down ->
                Failure.unavailable(java.time.Duration.ofSeconds(2));
            default -> Failure.internal();
        };
    }

    static Failure noSuchPath(String path) {
        return Failure.of(HttpStatus.NOT_FOUND,
                List.of(Problem.at("", "no-such-path", Map.of("path", JsonFailures.shortened(path)))));
    }
}

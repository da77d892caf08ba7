package io.huoji.edge.api;

import io.huoji.platform.kernel.Misuse;
import io.huoji.platform.kernel.Problem;
import java.time.temporal.Temporal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** Says what is wrong with a JSON text: where it breaks off, which property is unknown, which type was awaited. */
final class JsonFailures {

    private JsonFailures() {}

    static Failure of(@Nullable Throwable cause) {
        for (Throwable inner = cause; inner != null; inner = inner.getCause()) {
            if (inner instanceof BodyTooLarge)
                return Failure.of(HttpStatus.CONTENT_TOO_LARGE, Problem.at("", "body-too-large"));
            if (inner instanceof Misuse misuse)
                return Failures.of(misuse);
        }
        if (cause instanceof JacksonException json)
            return Failure.of(HttpStatus.BAD_REQUEST, problem(json));
        return Failure.of(HttpStatus.BAD_REQUEST, Problem.at("", "body-unreadable"));
    }

    private static Problem problem(JacksonException json) {
        return switch (json) {
            case UnrecognizedPropertyException unknown ->
                Problem.at(path(unknown), "unknown-property", Map.of("name", unknown.getPropertyName()));
            case InvalidNullException empty -> Problem.at(path(empty), "required");
            case InvalidFormatException wrong when wrong.getTargetType() != null && wrong.getTargetType().isEnum() ->
                Problem.at(path(wrong), "unknown-option", Map.of("value", shortened(String.valueOf(wrong.getValue()))));
            case MismatchedInputException absent when String.valueOf(absent.getOriginalMessage())
                    .startsWith("Cannot map `null`") ->
                Problem.at(path(absent), "required");
            case MismatchedInputException wrong ->
                Problem.at(path(wrong), "wrong-type", Map.of("type", type(wrong.getTargetType())));
            case ValueInstantiationException wrong -> Problem.at(path(wrong), "bad-value");
            case StreamReadException broken when broken.getPath().isEmpty() || broken.getLocation() != null ->
                broken(broken);
            default -> Problem.at(path(json), "bad-value");
        };
    }

    private static Problem broken(StreamReadException broken) {
        var at = broken.getLocation();
        return Problem.at("", "malformed-json", Map.of("line", at == null ? 1 : Math.max(1, at.getLineNr()), "column",
                at == null ? 1 : Math.max(1, at.getColumnNr())));
    }

    private static String path(JacksonException json) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : json.getPath()) {
            if (step.getPropertyName() == null)
                path.append('[').append(step.getIndex()).append(']');
            else
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
        }
        return path.toString();
    }

    /** The word of the awaited JSON type: {@code type.number} and so on. */
    private static String type(@Nullable Class<?> target) {
        if (target == null)
            return "value";
        if (target == UUID.class)
            return "id";
        if (target == Boolean.class || target == boolean.class)
            return "boolean";
        if (Number.class.isAssignableFrom(target) || target.isPrimitive())
            return "number";
        if (CharSequence.class.isAssignableFrom(target))
            return "text";
        if (Temporal.class.isAssignableFrom(target))
            return "time";
        if (Collection.class.isAssignableFrom(target) || target.isArray())
            return "list";
        return "object";
    }

    static String shortened(String value) {
        return value.length() <= 60 ? value : value.substring(0, 60) + "…";
    }

    static Problem plainValue(String field, @Nullable Class<?> type, List<?> options) {
        if (!options.isEmpty())
            return Problem.at(field, "not-one-of", Map.of("options", options));
        return Problem.at(field, "wrong-type", Map.of("type", type(type)));
    }
}

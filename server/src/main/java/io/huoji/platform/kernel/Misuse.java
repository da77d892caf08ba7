package io.huoji.platform.kernel;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A request that can't be served, one case each; mapped once, at the edge, to a problem answer. */
public abstract sealed class Misuse extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    private Misuse(List<Problem> problems) {
        super(problems.toString(), null, false, false);
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }

    /** 400: malformed, or a word that the contract does not know. */
    public static final class Malformed extends Misuse {
        private static final long serialVersionUID = 1L;

        public Malformed(Problem... problems) {
            super(List.of(problems));
        }
    }

    /** 401. */
    public static final class Unauthenticated extends Misuse {
        private static final long serialVersionUID = 1L;

        public Unauthenticated() {
            super(List.of(Problem.at("", "unauthenticated")));
        }

        public Unauthenticated(String code) {
            super(List.of(Problem.at("", code)));
        }
    }

    /** 403: known caller, missing right. */
    public static final class Forbidden extends Misuse {
        private static final long serialVersionUID = 1L;

        public Forbidden(String permission) {
            super(List.of(Problem.at("", "forbidden", Map.of("permission", permission))));
        }

        public Forbidden(Problem problem) {
            super(List.of(problem));
        }
    }

    /** 404: not there, or not for this caller to know of. */
    public static final class NotFound extends Misuse {
        private static final long serialVersionUID = 1L;

        public NotFound(String what, Object key) {
            super(List.of(Problem.at("", "not-found", Map.of("what", what, "key", key.toString()))));
        }
    }

    /** 409: it is there already, or another state of things forbids it. */
    public static final class Conflict extends Misuse {
        private static final long serialVersionUID = 1L;

        public Conflict(Problem... problems) {
            super(List.of(problems));
        }
    }

    /** 412: the caller's version is not the newest. */
    public static final class Stale extends Misuse {
        private static final long serialVersionUID = 1L;

        public Stale(long current) {
            super(List.of(Problem.at("", "stale", Map.of("current", current))));
        }
    }

    /** 422: understood, and refused by a rule; names everything that is missing or wrong. */
    public static final class Refused extends Misuse {
        private static final long serialVersionUID = 1L;

        public Refused(List<Problem> problems) {
            super(problems);
        }

        public Refused(Problem... problems) {
            super(List.of(problems));
        }
    }

    /** 413 or 415: a file that is too large or of a kind that is not taken. */
    public static final class BadFile extends Misuse {
        private static final long serialVersionUID = 1L;
        private final boolean tooLarge;

        public BadFile(boolean tooLarge, Problem problem) {
            super(List.of(problem));
            this.tooLarge = tooLarge;
        }

        public boolean isTooLarge() {
            return tooLarge;
        }
    }

    /** 429. */
    public static final class TooMany extends Misuse {
        private static final long serialVersionUID = 1L;
        private final Duration retryAfter;

        public TooMany(Duration retryAfter) {
            super(List.of(Problem.at("", "too-many", Map.of("seconds", retryAfter.toSeconds()))));
            this.retryAfter = retryAfter;
        }

        public Duration retryAfter() {
            return retryAfter;
        }
    }
}

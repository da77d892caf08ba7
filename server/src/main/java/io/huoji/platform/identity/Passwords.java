package io.huoji.platform.identity;

import io.huoji.platform.kernel.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/** Hashes and checks passwords with Argon2id and the parameters of the OWASP cheat sheet: 19 MiB, 2 passes, 1 lane. */
@Component
class Passwords {

    static final int SHORTEST = 8;
    static final int LONGEST = 200;

    private static final int SALT = 16;
    private static final int HASH = 32;
    private static final int LANES = 1;
    private static final int KIBIBYTES = 19 * 1024;
    private static final int PASSES = 2;

    private final Argon2PasswordEncoder encoder = new Argon2PasswordEncoder(SALT, HASH, LANES, KIBIBYTES, PASSES);
    // Each run takes 19 MiB: a flood of sign-ins queues here instead of eating the heap.
    private final Semaphore running = new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()));
    private final String nobodys = encoder.encode(Secret.fresh().text());

    List<Problem> check(String field, @Nullable String password) {
        List<Problem> problems = new ArrayList<>();
        if (password == null || password.isEmpty())
            problems.add(Problem.at(field, "required"));
        else if (password.length() < SHORTEST)
            problems.add(Problem.at(field, "too-short", Map.of("min", SHORTEST)));
        else if (password.length() > LONGEST)
            problems.add(Problem.at(field, "too-long", Map.of("max", LONGEST)));
        return problems;
    }

    String hash(String password) {
        return oneOfFew(() -> java.util.Objects.requireNonNull(encoder.encode(password)));
    }

    /** Costs the same whether the account exists (its hash) or not (null). */
    boolean match(String password, @Nullable String hash) {
        if (password.length() > LONGEST)
            return false;
        boolean matches = oneOfFew(() -> encoder.matches(password, hash == null ? nobodys : hash));
        return matches && hash != null;
    }

    private <T> T oneOfFew(Supplier<T> work) {
        running.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            running.release();
        }
    }
}

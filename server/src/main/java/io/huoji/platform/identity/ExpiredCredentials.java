package io.huoji.platform.identity;

import io.huoji.platform.job.RecurringJob;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Forgets credentials whose time is over. */
@Component
class ExpiredCredentials implements RecurringJob {

    private final CredentialRepository credentials;

    ExpiredCredentials(CredentialRepository credentials) {
        this.credentials = credentials;
    }

    @Override
    public String name() {
        return "expired-credentials";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(6);
    }

    @Override
    public void run(@Nullable Instant lastSuccess) {
        credentials.deleteExpired();
    }
}

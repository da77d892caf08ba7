package io.huoji.platform.identity;

import io.huoji.platform.tenant.TenantId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A secret that is in force.
 *
 * @param tenant null only for the links of set-up and trial, which are there before any tenant
 * @param ref    the session, token, invitation or mail it stands for
 */
record Credential(SecretHash hash, @Nullable TenantId tenant, Kind kind, @Nullable UUID ref, Instant expiresAt) {

    /** What a secret opens. */
    enum Kind {
        SESSION, TOKEN, INVITATION, SETUP, TRIAL;

        String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}

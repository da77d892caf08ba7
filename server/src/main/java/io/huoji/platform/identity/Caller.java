package io.huoji.platform.identity;

import io.huoji.platform.access.Viewer;
import io.huoji.platform.org.Directory;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A viewer with the credential it came by, as of one moment; valid while directory and day are the same.
 *
 * @param ref       the session or token
 * @param checkedAt when the credential was last seen in the database
 * @param seenAt    when the session or token was last noted as in use
 */
record Caller(Viewer viewer, Credential credential, UUID ref, Directory directory, LocalDate day, Instant checkedAt,
        Instant seenAt) {

    /** How often the use of a session or token is noted. */
    static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    /** The same, its credential seen again at this moment; not once it is time to note that it is in use. */
    Caller checkedAt(Instant now) {
        return now.isBefore(seenAt.plus(NOTED_EVERY))
                ? new Caller(viewer, credential, ref, directory, day, now, seenAt)
                : this;
    }

    boolean isSession() {
        return viewer.kind() == Viewer.Kind.SESSION;
    }
}

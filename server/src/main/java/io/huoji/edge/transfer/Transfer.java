package io.huoji.edge.transfer;

import io.huoji.platform.kernel.Problem;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One import or export from its beginning to its end, kept in the database at every step.
 *
 * @param shape    of the file that was sent; null for an export
 * @param settings what is wished: an {@link ImportSettings} or an {@link ExportWish} as JSON
 * @param position the last row of the file that is done with
 */
record Transfer(UUID id, Kind kind, Subject subject, String fileName, State state, String locale, Actor actor,
        @Nullable FileShape shape, String settings, Counts counts, int position, @Nullable Problem message,
        UUID createdBy, Instant createdAt, Instant updatedAt, Instant expiresAt) {

    /** Into the company or out of it. */
    enum Kind {
        IMPORT, EXPORT;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How far it has come. */
    enum State {
        DRAFT, CHECKING, CHECKED, RUNNING, DONE, FAILED, CANCELLED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** Rows: all, those done with, and what became of them. */
    record Counts(int total, int done, int created, int updated, int unchanged, int wrong) {

        static Counts of(int total) {
            return new Counts(total, 0, 0, 0, 0, 0);
        }
    }

    Locale language() {
        return Locale.forLanguageTag(locale);
    }
}

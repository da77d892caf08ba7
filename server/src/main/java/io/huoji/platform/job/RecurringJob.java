package io.huoji.platform.job;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A duty done again and again by one node at a time. What is to do is computed from data, never from how often it was
 * called: a run that comes late or twice does no harm.
 */
public interface RecurringJob {

    /** Stable and unique; the name of its row. */
    String name();

    /** The pause between the end of a run and the next. */
    Duration every();

    /**
     * Does what is due now.
     *
     * @param lastSuccess end of the last run that went well, on any node; null before the first
     */
    void run(@Nullable Instant lastSuccess);
}

package io.huoji.insight.metric;

import org.jspecify.annotations.Nullable;

/** Counts of one cell, or of many added up; every rate is made from these. Names are those of the roll-up columns. */
public record Figures(long expected, long onTime, long done, long exempt, long proven, long actions, long unplanned,
        long late, long rated, long met, long improve, long support, long keyActions, long complete,
        long completeOnTime) {

    static final Figures NONE = new Figures(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    public Figures plus(@Nullable Figures other) {
        if (other == null)
            return this;
        return new Figures(expected + other.expected, onTime + other.onTime, done + other.done, exempt + other.exempt,
                proven + other.proven, actions + other.actions, unplanned + other.unplanned, late + other.late,
                rated + other.rated, met + other.met, improve + other.improve, support + other.support,
                keyActions + other.keyActions, complete + other.complete, completeOnTime + other.completeOnTime);
    }

    /** Due and never closed. */
    public long missed() {
        return expected - done;
    }

    boolean isEmpty() {
        return equals(NONE);
    }
}

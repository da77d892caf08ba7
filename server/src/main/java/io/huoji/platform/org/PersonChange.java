package io.huoji.platform.org;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A person before (null: new) and after one change. */
record PersonChange(@Nullable Person before, Person after) {

    boolean movesMemberships() {
        return before == null || !before.memberships().equals(after.memberships());
    }

    boolean movesGrants() {
        return before == null || !before.grants().equals(after.grants());
    }

    /** The first day on which a known person's unit differs; see {@link Stays#firstDifference}. */
    @Nullable
    LocalDate unitDiffersFrom() {
        return before == null ? null : Stays.firstDifference(before.memberships(), after.memberships());
    }

    /** Whether anything differs that a caller could have said; ids of memberships and the version don't count. */
    boolean isNothing() {
        return before != null && before.name().equals(after.name()) && before.code().equals(after.code())
                && java.util.Objects.equals(before.email(), after.email())
                && java.util.Objects.equals(before.mobile(), after.mobile())
                && java.util.Objects.equals(before.manager(), after.manager())
                && before.externalIds().equals(after.externalIds()) && before.active() == after.active()
                && java.util.Set.copyOf(before.grants()).equals(java.util.Set.copyOf(after.grants()))
                && Stays.firstDifference(before.memberships(), after.memberships()) == null;
    }
}

package io.huoji.platform.org;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An employee.
 *
 * @param nameKey     what the name is sorted and searched by: its pinyin, then the initials
 * @param manager     to whom the person reports
 * @param externalIds ids in other systems, by system
 * @param active      false once the person has left
 * @param memberships in order of time, never overlapping
 */
public record Person(UUID id, String code, String name, String nameKey, @Nullable String email, @Nullable String mobile,
        @Nullable UUID manager, Map<String, String> externalIds, boolean active, long version,
        List<Membership> memberships, List<Grant> grants) {

    public Person {
        externalIds = Map.copyOf(externalIds);
        memberships = List.copyOf(memberships);
        grants = List.copyOf(grants);
    }

    public @Nullable UUID unitAt(LocalDate day) {
        for (Membership membership : memberships)
            if (membership.holdsOn(day))
                return membership.unit();
        return null;
    }
}

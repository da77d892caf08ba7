package io.huoji.platform.org;

import io.huoji.platform.kernel.Ids;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Arithmetic of a person's memberships over time. */
final class Stays {

    private static final Comparator<Membership> BY_START = Comparator.comparing(Membership::from,
            Comparator.nullsFirst(Comparator.naturalOrder()));

    private Stays() {}

    static List<Membership> inOrder(List<Membership> stays) {
        return stays.stream().sorted(BY_START).toList();
    }

    static boolean overlap(List<Membership> inOrder) {
        for (int next = 1; next < inOrder.size(); next++)
            if (inOrder.get(next - 1).overlaps(inOrder.get(next)))
                return true;
        return false;
    }

    /** Stands in the unit from that day on; what was planned for later is dropped. */
    static List<Membership> transfer(List<Membership> before, UUID unit, LocalDate from) {
        List<Membership> after = new ArrayList<>();
        for (Membership stay : before)
            if (stay.from() == null || stay.from().isBefore(from))
                after.add(stay.to() == null || stay.to().isAfter(from)
                        ? new Membership(stay.id(), stay.unit(), stay.from(), from)
                        : stay);
        Membership last = after.isEmpty() ? null : after.getLast();
        if (last != null && last.unit().equals(unit) && from.equals(last.to()))
            after.set(after.size() - 1, new Membership(last.id(), unit, last.from(), null));
        else
            after.add(new Membership(Ids.next(), unit, from, null));
        return after;
    }

    /** The first day on which the unit differs; {@link LocalDate#MIN} = since ever; null = on no day. */
    static @Nullable LocalDate firstDifference(List<Membership> before, List<Membership> after) {
        SortedSet<LocalDate> days = new TreeSet<>();
        days.add(LocalDate.MIN);
        for (Membership stay : before)
            addEdges(stay, days);
        for (Membership stay : after)
            addEdges(stay, days);
        for (LocalDate day : days)
            if (!java.util.Objects.equals(unitAt(before, day), unitAt(after, day)))
                return day;
        return null;
    }

    private static void addEdges(Membership stay, SortedSet<LocalDate> days) {
        if (stay.from() != null)
            days.add(stay.from());
        if (stay.to() != null)
            days.add(stay.to());
    }

    private static @Nullable UUID unitAt(List<Membership> stays, LocalDate day) {
        return stays.stream().filter(stay -> stay.holdsOn(day)).map(Membership::unit).findFirst().orElse(null);
    }
}

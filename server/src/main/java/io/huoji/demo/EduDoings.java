package io.huoji.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** What the teachers of the demo group did, week by week, up to now. */
final class EduDoings {

    private static final double BACK_DATED = 0.02;
    private static final double KEEN = 0.7; // does once more than asked
    private static final int FILES_OF = 23; // about one proven action in so many of a campus's first teachers has a real file

    private final EduGroup group;
    private final ZoneId zone;
    private final Instant now;

    EduDoings(EduGroup group, ZoneId zone, Instant now) {
        this.group = group;
        this.zone = zone;
        this.now = now;
    }

    /** The actions of one teacher in the order in which they reached the server. */
    List<Doing> of(Teacher teacher) {
        List<Doing> doings = new ArrayList<>();
        List<LocalDate> mondays = group.mondays();
        for (int week = 0; week < mondays.size(); week++) {
            LocalDate monday = mondays.get(week);
            if (EduGroup.isHoliday(monday) || teacher.isOnLeave(monday))
                continue;
            for (EduNode node : EduNode.values())
                doWeek(doings, teacher, node, monday, week);
        }
        doings.removeIf(doing -> doing.received().isAfter(now));
        doings.sort(Comparator.comparing(Doing::received).thenComparingInt(Doing::serial));
        return doings;
    }

    private void doWeek(List<Doing> doings, Teacher teacher, EduNode node, LocalDate monday, int week) {
        SplittableRandom random = EduGroup.chance("week " + node, teacher.number() * 100L + week);
        Campus campus = teacher.campusAt(monday);
        double zeal = Math.clamp(campus.completion() + campus.drift() * week + nodeBias(node), 0.05, 0.985);
        int times = 0;
        for (int k = 0; k < node.timesAWeek; k++)
            if (random.nextDouble() < zeal)
                times++;
        // More than was asked for only by those who did all of it: a spare action would close what was to stay open.
        if (times == node.timesAWeek && random.nextDouble() < KEEN)
            times++;
        for (int k = 0; k < times; k++)
            doings.add(doing(teacher, node, monday, week, campus, random, doings.size()));
    }

    private Doing doing(Teacher teacher, EduNode node, LocalDate monday, int week, Campus campus,
            SplittableRandom random,
            int serial) {
        LocalDateTime occurred = monday.plusDays(random.nextInt(6)).atTime(8 + random.nextInt(12), random.nextInt(60));
        boolean backDated = random.nextDouble() < BACK_DATED;
        Duration delay = backDated
                ? Duration.ofHours(30 + random.nextInt(60))
                : Duration.ofMinutes(1 + random.nextInt(180));
        Instant received = occurred.atZone(zone).toInstant().plus(delay);
        return new Doing(teacher, node, occurred, received, level(teacher, node, week, campus, random),
                evidence(teacher, node, week, campus, random, serial), serial);
    }

    private String level(Teacher teacher, EduNode node, int week, Campus campus, SplittableRandom random) {
        double draw = random.nextDouble();
        if (teacher.struggling() && node == EduNode.ANALYSE && week >= EduGroup.WEEKS - 4)
            return "IMPROVE";
        double met = Math.clamp(campus.completion() - 0.12 - (node == EduNode.ANALYSE ? 0.10 : 0), 0.3, 0.92);
        return draw < met ? "MET" : draw < met + (1 - met) * 0.75 ? "IMPROVE" : "SUPPORT";
    }

    private @Nullable String evidence(Teacher teacher, EduNode node, int week, Campus campus, SplittableRandom random,
            int serial) {
        double draw = random.nextDouble();
        boolean silent = teacher.silent() && node == EduNode.PARENTS && week >= EduGroup.WEEKS - 3;
        if (silent || draw >= campus.evidence())
            return null;
        boolean holdsFile = node == EduNode.OBSERVE || node == EduNode.PARENTS;
        return holdsFile && teacher.number() <= 4 * FILES_OF && serial % 3 == 0 ? "file" : "link";
    }

    private static double nodeBias(EduNode node) {
        return switch (node) {
            case PREPARE -> 0.02;
            case OBSERVE -> -0.02;
            case ANALYSE -> -0.01;
            case PARENTS -> -0.03;
        };
    }
}

package io.huoji.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * 启明教育集团, invented: 5 regions, 21 cities, 137 campuses, 2,900 teachers. A function of the seed and of this week's Monday.
 */
final class EduGroup {

    static final long SEED = 42;
    static final int CAMPUSES = 137;
    static final int TEACHERS = 2900;
    static final int WEEKS = 14;
    static final String NAME = "启明教育集团";
    /** Its completion rises week by week. */
    static final String IMPROVING_REGION = "山西大区";

    private static final String[][] REGIONS = {{"京津大区", "北京:19", "天津:13"},
        {"冀中大区", "石家庄:12", "保定:8", "衡水:4", "邢台:5", "邯郸:7"},
        {"冀东大区", "唐山:7", "秦皇岛:4", "廊坊:6", "沧州:5", "承德:3", "张家口:4"},
        {IMPROVING_REGION, "太原:9", "大同:4", "临汾:4", "长治:3"}, {"蒙鲁大区", "呼和浩特:5", "包头:4", "赤峰:3", "济南:8"}};
    private static final String[] PLACES = "裕华 长安 桥西 新华 和平 中山 建设 人民 南开 河西 望湖 东城 西苑 学院 滨河 文化 青年 解放 光明 朝阳 开元 高新 丛台 小店 路北 广阳 运河 海港 竞秀"
            .split(" ");

    private final LocalDate thisMonday;
    private final List<Campus> campuses;
    private final List<Teacher> teachers;

    EduGroup(LocalDate today) {
        this(today, number -> true);
    }

    /** Only these teachers of it, by number; each of them does what they do in the whole group. */
    EduGroup(LocalDate today, IntPredicate wanted) {
        this.thisMonday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        this.campuses = makeCampuses();
        this.teachers = makeTeachers().stream().filter(teacher -> wanted.test(teacher.number())).toList();
    }

    List<Campus> campuses() {
        return campuses;
    }

    List<Teacher> teachers() {
        return teachers;
    }

    LocalDate thisMonday() {
        return thisMonday;
    }

    /** The Mondays of the last three months, this week included; the week of 1 October is a holiday and has no expectations. */
    List<LocalDate> mondays() {
        List<LocalDate> mondays = new ArrayList<>();
        for (int back = WEEKS - 1; back >= 0; back--)
            mondays.add(thisMonday.minusWeeks(back));
        return mondays;
    }

    static boolean isHoliday(LocalDate monday) {
        LocalDate nationalDay = LocalDate.of(monday.plusDays(6).getYear(), Month.OCTOBER, 1);
        return !nationalDay.isBefore(monday) && nationalDay.isBefore(monday.plusWeeks(1));
    }

    /** A stream of chance of its own for each thing, so that no thing depends on the order of the others. */
    static SplittableRandom chance(String what, long number) {
        return new SplittableRandom(new SplittableRandom(SEED + what.hashCode() * 1_000_003L + number).nextLong());
    }

    private static List<Campus> makeCampuses() {
        List<Campus> campuses = new ArrayList<>();
        for (String[] region : REGIONS)
            for (int i = 1; i < region.length; i++) {
                String city = region[i].substring(0, region[i].indexOf(':'));
                int count = Integer.parseInt(region[i].substring(region[i].indexOf(':') + 1));
                for (int place = 0; place < count; place++)
                    campuses.add(
                            campus(campuses.size() + 1, city + PLACES[(place * 7 + i) % PLACES.length] + "校区", city,
                                    region[0]));
            }
        return List.copyOf(campuses);
    }

    private static Campus campus(int number, String name, String city, String region) {
        SplittableRandom random = chance("campus", number);
        boolean improving = region.equals(IMPROVING_REGION);
        double completion = number == 1 ? 0.58 : number == 2 ? 0.97 : 0.62 + 0.32 * spread(random);
        double evidence = number == 1 ? 0.32 : number == 2 ? 0.95 : 0.40 + 0.53 * spread(random);
        return new Campus(number, "c%03d".formatted(number), name, city, region,
                improving ? Math.min(completion, 0.70) : completion, evidence, improving ? 0.02 : 0);
    }

    /** Between 0 and 1, more often high than low. */
    private static double spread(SplittableRandom random) {
        double first = random.nextDouble();
        return Math.max(first, random.nextDouble());
    }

    private List<Teacher> makeTeachers() {
        List<Teacher> made = new ArrayList<>();
        for (int number = 1; number <= TEACHERS; number++) {
            SplittableRandom random = chance("teacher", number);
            boolean dean = number <= CAMPUSES;
            Campus campus = campuses.get(dean ? number - 1 : random.nextInt(CAMPUSES));
            Teacher.@Nullable Move move = !dean && number % 100 == 7 ? move(campus, random) : null;
            LocalDate leave = !dean && number % 33 == 5 ? thisMonday.minusWeeks(2 + random.nextInt(9)) : null;
            made.add(new Teacher(number, "t%04d".formatted(number), Names.of(number, random), campus, dean, move, leave,
                    number >= 1000 && number < 1020, number >= 1020 && number < 1040));
        }
        return List.copyOf(made);
    }

    private Teacher.Move move(Campus from, SplittableRandom random) {
        Campus to = campuses.get((from.number() + 3 + random.nextInt(20)) % CAMPUSES);
        return new Teacher.Move(to, thisMonday.minusWeeks(1 + random.nextInt(10)));
    }
}

package io.huoji.demo;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A teacher of the demo group.
 *
 * @param dean       heads the teaching of the campus; the others' manager
 * @param moved      the campus and the day of a transfer, if there was one
 * @param leave      the Monday of the first of two weeks of leave, if any
 * @param struggling the latest three 学情分析 are 待提升
 * @param silent     two weeks of 家长沟通 without a recording
 */
record Teacher(int number, String code, String name, Campus campus, boolean dean, @Nullable Move moved,
        @Nullable LocalDate leave, boolean struggling, boolean silent) {

    /** A transfer: from this day on the teacher belongs to the other campus. */
    record Move(Campus to, LocalDate from) {}

    Campus campusAt(LocalDate day) {
        return moved != null && !day.isBefore(moved.from()) ? moved.to() : campus;
    }

    boolean isOnLeave(LocalDate monday) {
        return leave != null && !monday.isBefore(leave) && monday.isBefore(leave.plusWeeks(2));
    }
}

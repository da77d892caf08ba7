package io.huoji.platform.table;

import io.huoji.platform.table.field.Operator;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** The local days that an operator such as {@code thisWeek} means; weeks begin on Monday, {@code to} is not included. */
record DaySpan(LocalDate from, LocalDate to) {

    static DaySpan of(Operator operator, LocalDate today) {
        LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        LocalDate first = today.withDayOfMonth(1);
        return switch (operator) {
            case THIS_WEEK -> new DaySpan(monday, monday.plusWeeks(1));
            case LAST_WEEK -> new DaySpan(monday.minusWeeks(1), monday);
            case THIS_MONTH -> new DaySpan(first, first.plusMonths(1));
            case LAST_MONTH -> new DaySpan(first.minusMonths(1), first);
            default -> throw new IllegalArgumentException(operator + " means no days.");
        };
    }
}

package io.huoji.insight.dashboard;

import io.huoji.insight.metric.Grain;
import io.huoji.platform.kernel.Misuse;
import io.huoji.platform.kernel.Problem;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The week or month that a board shows.
 *
 * @param from first day
 */
record BoardPeriod(Grain grain, LocalDate from) {

    /** Reads {@code week|month} and {@code 2026-W47|2026-11}; the running week when nothing is said. */
    static BoardPeriod read(@Nullable String grain, @Nullable String period, LocalDate today) {
        Grain known = switch (grain == null || grain.isBlank() ? "week" : grain) {
            case "week" -> Grain.WEEK;
            case "month" -> Grain.MONTH;
            default -> throw new Misuse.Malformed(
                    Problem.at("grain", "not-one-of", Map.of("options", "week, month")));
        };
        return period == null || period.isBlank()
                ? new BoardPeriod(known, known.startOf(today))
                : new BoardPeriod(known, start(known, period));
    }

    private static LocalDate start(Grain grain, String period) {
        try {
            LocalDate start = grain == Grain.WEEK
                    ? LocalDate.parse(period + "-1", DateTimeFormatter.ISO_WEEK_DATE)
                    : YearMonth.parse(period).atDay(1);
            if (start.getYear() >= 1970 && start.getYear() <= 9000) {
                return start;
            }
        } catch (DateTimeException noPeriod) {
            // Answered below, with what would be one.
        }
        throw new Misuse.Malformed(Problem.at("period", "not-a-period",
                Map.of("value", period, "example", grain == Grain.WEEK ? "2026-W47" : "2026-11")));
    }

    LocalDate to() {
        return grain.plus(from, 1);
    }

    /** The period some steps before; of the same length. */
    BoardPeriod before(int steps) {
        return new BoardPeriod(grain, grain.plus(from, -steps));
    }

    /** The period of the same length that holds the day. */
    BoardPeriod holding(LocalDate day) {
        return new BoardPeriod(grain, grain.startOf(day));
    }

    String name() {
        return grain.name(from);
    }

    boolean isRunning(LocalDate today) {
        return !today.isBefore(from) && today.isBefore(to());
    }
}

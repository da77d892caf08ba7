package io.huoji.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** The page that says what was measured, with what, and on which machine. */
final class Report {

    /**
     * One figure.
     *
     * @param goal   what it should be, in words
     * @param value  what it was
     * @param isGood whether it reaches the goal; null when it has none
     */
    record Line(String what, String goal, String value, Boolean isGood) {

        static Line of(String what, String value) {
            return new Line(what, "", value, null);
        }

        static Line atLeast(String what, double goal, String unit, double value) {
            return new Line(what, "≥ " + number(goal) + unit, number(value) + unit, value >= goal);
        }

        static Line below(String what, double goal, String unit, double value) {
            return new Line(what, "< " + number(goal) + unit, number(value) + unit, value < goal);
        }

        String text() {
            return "%-80s %-14s %-24s %s".formatted(what, goal, value, mark());
        }

        String mark() {
            return isGood == null ? "" : isGood ? "✓" : "✗";
        }
    }

    private Report() {}

    static String number(double value) {
        return value >= 100
                ? String.format(Locale.ROOT, "%,.0f", value)
                : String.format(Locale.ROOT, value >= 10 ? "%.1f" : "%.2f", value);
    }

    static void write(Path file, List<Line> lines) throws IOException {
        StringBuilder text = new StringBuilder("""
                # Benchmarks

                Written by `./huoji bench` (see [bench/](../bench)); run it again to check. Load generator, server and built-in
                PostgreSQL 18 (fsync on) share one machine, so a figure is what is left of it for the server. Ratios are to plain
                JDBC on the same PostgreSQL in the same run. Latency at 4 clients, throughput at 16.

                %s · %d cores · %d MB memory · JDK %s · %s

                | figure | goal | measured | |
                |---|---|---|---|
                """.formatted(LocalDate.now(), Runtime.getRuntime().availableProcessors(), Machine.memoryMegabytes(),
                Runtime.version(), Machine.processor()));
        for (Line line : lines)
            text.append("| %s | %s | %s | %s |%n".formatted(line.what(), line.goal(), line.value(), line.mark()));
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        System.out.println("Written to " + file);
    }
}

package io.huoji.command.crm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What completion of the CRM set must be, worked out from the csv by itself: no code of the product, not even of the import.
 * An engagement counts in the month of its 90th day after; a close before that day at 17:00 is in time when it is on an earlier
 * day, because the clock of an engagement runs out at 09:00.
 */
final class CrmOracle {

    /** expected, on time, done late, missed. */
    record Cell(int expected, int onTime, int late, int missed) {
        Cell plus(Cell other) {
            return new Cell(expected + other.expected, onTime + other.onTime, late + other.late, missed + other.missed);
        }
    }

    private CrmOracle() {}

    /** By what the naming says ("Central 2017-03" for offices, "Moses Frase 2017-03" for agents). */
    static Map<String, Cell> cells(Path folder, boolean byOffice) {
        Map<String, String> offices = new HashMap<>();
        for (String[] line : lines(folder.resolve("sales_teams.csv")))
            offices.put(line[0], line[2]);
        Map<String, Cell> cells = new TreeMap<>();
        for (String[] line : lines(folder.resolve("sales_pipeline.csv"))) {
            if (line[5].isEmpty())
                continue;
            LocalDate last = day(line[5]).plusDays(90);
            String who = byOffice ? offices.get(line[1]) : line[1];
            cells.merge(who + " " + last.toString().substring(0, 7), cell(line[6], last), Cell::plus);
        }
        return cells;
    }

    private static Cell cell(String closed, LocalDate last) {
        if (closed.isEmpty())
            return new Cell(1, 0, 0, 1);
        return day(closed).isBefore(last) ? new Cell(1, 1, 0, 0) : new Cell(1, 0, 1, 0);
    }

    private static LocalDate day(String text) {
        return LocalDate.of(2000 + Integer.parseInt(text.substring(6, 8)), Integer.parseInt(text.substring(3, 5)),
                Integer.parseInt(text.substring(0, 2)));
    }

    private static List<String[]> lines(Path file) {
        try {
            List<String[]> lines = new ArrayList<>();
            for (String line : Files.readAllLines(file).stream().skip(1).toList())
                lines.add(line.split(",", -1));
            return lines;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

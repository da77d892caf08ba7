package io.huoji.edge.transfer;

import io.huoji.edge.transfer.sheet.SheetFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks through a sheet once: where its heads stand, what stands below them, how many rows there are. */
final class SheetScan {

    private static final int HEAD_WITHIN = 10;
    private static final int SAMPLES = 200;
    /** A row is the head when it is filled nearly as wide as the widest. */
    private static final double WIDE = 0.6;

    private final List<Numbered> first = new ArrayList<>();
    private final List<List<String>> samples = new ArrayList<>();
    private final @Nullable Integer wanted;
    private @Nullable Numbered head;
    private int rows;

    private record Numbered(int number, List<String> cells) {}

    /** What was found. */
    record Found(int headerRow, List<String> columns, List<List<String>> samples, int rows) {}

    private SheetScan(@Nullable Integer wanted) {
        this.wanted = wanted;
    }

    /** @param headerRow where the head is known to stand; null to find it */
    static Found of(SheetFile file, Path path, int sheet, @Nullable Integer headerRow) {
        SheetScan scan = new SheetScan(headerRow);
        file.read(path, sheet, scan::visit);
        return scan.found();
    }

    private boolean visit(int number, List<String> cells) {
        if (cells.isEmpty())
            return true;
        if (wanted != null) {
            if (number == wanted)
                head = new Numbered(number, cells);
            else if (number > wanted)
                below(cells);
        } else if (head != null)
            below(cells);
        else {
            first.add(new Numbered(number, cells));
            if (first.size() == HEAD_WITHIN)
                chooseHead();
        }
        return true;
    }

    private void below(List<String> cells) {
        rows++;
        if (samples.size() < SAMPLES)
            samples.add(cells);
    }

    private void chooseHead() {
        int widest = first.stream().mapToInt(row -> filled(row.cells())).max().orElse(0);
        int place = 0;
        while (place < first.size() && !isHead(first.get(place).cells(), widest))
            place++;
        int chosen = place == first.size() ? 0 : place;
        head = first.get(chosen);
        first.subList(chosen + 1, first.size()).forEach(row -> below(row.cells()));
    }

    private static boolean isHead(List<String> cells, int widest) {
        List<String> words = cells.stream().filter(cell -> !cell.isBlank()).toList();
        return words.size() >= Math.max(1, widest * WIDE) && new HashSet<>(words).size() == words.size();
    }

    private static int filled(List<String> cells) {
        return (int) cells.stream().filter(cell -> !cell.isBlank()).count();
    }

    private Found found() {
        if (wanted == null && head == null && !first.isEmpty())
            chooseHead();
        if (head == null)
            return new Found(wanted == null ? 1 : wanted, List.of(), List.of(), rows);
        int width = Math.max(head.cells().size(), samples.stream().mapToInt(List::size).max().orElse(0));
        List<String> columns = new ArrayList<>();
        for (int column = 0; column < width; column++)
            columns.add(column < head.cells().size() ? head.cells().get(column).strip() : "");
        return new Found(head.number(), List.copyOf(columns), List.copyOf(samples), rows);
    }
}

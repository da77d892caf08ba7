package io.huoji.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures a built server on its own PostgreSQL: {@code Bench APP [--fresh] [figure …]}. The data (a tenant with a million
 * records, 200 small ones) are laid once and used again; {@code --fresh} lays them anew.
 */
final class Bench {

    private interface Figure {
        List<Report.Line> measure(Server server, Data data) throws Exception;
    }

    /** Lays what it needs by itself. */
    private static final String ALONE = "import";
    private static final Map<String, Figure> FIGURES = new LinkedHashMap<>();

    static {
        FIGURES.put("submit", SubmitFigure::measure);
        FIGURES.put("live", LiveFigure::measure);
        FIGURES.put("list", ReadFigures::list);
        FIGURES.put("board", ReadFigures::board);
        FIGURES.put(ALONE, (server, data) -> ImportFigure.measure(server));
    }

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        List<String> words = new ArrayList<>(List.of(arguments).subList(1, arguments.length));
        boolean fresh = words.remove("--fresh");
        for (String word : words)
            if (!FIGURES.containsKey(word))
                throw new IllegalArgumentException("No figure %s; there are %s.".formatted(word, FIGURES.keySet()));
        Path app = Path.of(arguments[0]);
        List<Report.Line> lines = new ArrayList<>();
        try (Server server = Server.start(app, app.resolveSibling("bench-data"), fresh)) {
            Data data = words.equals(List.of(ALONE)) ? null : Data.lay(server);
            for (Map.Entry<String, Figure> figure : FIGURES.entrySet())
                if (words.isEmpty() || words.contains(figure.getKey()))
                    for (Report.Line line : figure.getValue().measure(server, data)) {
                        System.out.println(line.text());
                        lines.add(line);
                    }
        }
        if (words.isEmpty())
            Report.write(app.resolve("../../docs/benchmarks.md").normalize(), lines);
    }
}

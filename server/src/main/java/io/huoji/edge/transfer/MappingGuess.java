package io.huoji.edge.transfer;

import io.huoji.platform.access.Viewer;
import io.huoji.platform.table.field.SheetKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Guesses which column fills which field: by its head, else by what stands below it. */
final class MappingGuess {

    private static final int WORDS = 50;
    private static final double MOST = 0.6;
    /** Types whose values tell them apart; any text is text. */
    private static final Set<String> TELLING = Set.of("select", "multiSelect", "quality", "status", "person", "unit",
            "node", "object", "email", "phone", "date", "dateTime", "boolean");

    private final Target target;
    private final Viewer viewer;
    private final List<TargetColumn> fields;
    private final List<String> mapping;
    private final Set<String> taken = new HashSet<>();

    private MappingGuess(Target target, Viewer viewer, List<TargetColumn> fields, int columns) {
        this.target = target;
        this.viewer = viewer;
        this.fields = fields;
        this.mapping = new ArrayList<>();
        for (int column = 0; column < columns; column++)
            mapping.add("");
    }

    /** For each column the key of its field; empty where none fits. */
    static List<String> of(Target target, Viewer viewer, List<TargetColumn> fields, List<String> columns,
            List<List<String>> samples) {
        MappingGuess guess = new MappingGuess(target, viewer, fields, columns.size());
        guess.byHead(columns, (head, field) -> field.name().strip().equals(head.strip()));
        guess.byHead(columns, (head, field) -> folded(field.name()).equals(folded(head)));
        guess.byHead(columns, (head, field) -> folded(field.key()).equals(folded(head)));
        guess.byHead(columns, (head, field) -> field.synonyms()
                .stream()
                .anyMatch(word -> folded(word).equals(folded(head))));
        guess.byHead(columns, (head, field) -> isPart(folded(head), folded(field.name())));
        guess.byContent(columns, samples);
        return List.copyOf(guess.mapping);
    }

    private static String folded(String text) {
        return Synonyms.folded(text);
    }

    private static boolean isPart(String head, String name) {
        return Math.min(head.length(), name.length()) >= 2 && (head.contains(name) || name.contains(head));
    }

    private interface Rule {
        boolean fits(String head, TargetColumn field);
    }

    private void byHead(List<String> columns, Rule rule) {
        for (int column = 0; column < columns.size(); column++) {
            String head = columns.get(column);
            if (mapping.get(column).isEmpty() && !folded(head).isEmpty())
                take(column, field -> rule.fits(head, field));
        }
    }

    /** Only when exactly one field fits: a guess that may be wrong is worse than none. */
    private void take(int column, Predicate<TargetColumn> fits) {
        List<TargetColumn> fitting = fields.stream()
                .filter(field -> !taken.contains(field.key()) && fits.test(field))
                .toList();
        if (fitting.size() == 1) {
            mapping.set(column, fitting.getFirst().key());
            taken.add(fitting.getFirst().key());
        }
    }

    private void byContent(List<String> columns, List<List<String>> samples) {
        for (int column = 0; column < columns.size(); column++) {
            List<String> words = words(samples, column);
            if (mapping.get(column).isEmpty() && !words.isEmpty())
                take(column, field -> field.proper() && TELLING.contains(field.type())
                        && (field.kind() == SheetKind.TEXT || isDated(words))
                        && target.understood(viewer, field.key(), words) >= Math.ceil(words.size() * MOST));
        }
    }

    /** A bare number could be a day of Excel; only what is written like a day is one. */
    private static boolean isDated(List<String> words) {
        return words.stream().allMatch(word -> word.length() >= 8 && word.matches(".*\\d[-/.年]\\d.*"));
    }

    private static List<String> words(List<List<String>> samples, int column) {
        return samples.stream()
                .filter(row -> column < row.size() && !row.get(column).isBlank())
                .map(row -> row.get(column))
                .distinct()
                .limit(WORDS)
                .toList();
    }
}

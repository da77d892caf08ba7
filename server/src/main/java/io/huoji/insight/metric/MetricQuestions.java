package io.huoji.insight.metric;

import io.huoji.platform.access.Viewer;
import io.huoji.platform.kernel.Misuse;
import io.huoji.platform.kernel.Problem;
import io.huoji.platform.table.Condition;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads the words of a question; refuses with everything that is wrong in it. */
@Component
class MetricQuestions {

    private final JsonMapper json;
    private final Metrics metrics;

    MetricQuestions(JsonMapper json, Metrics metrics) {
        this.json = json;
        this.metrics = metrics;
    }

    /** The words as they came. */
    record Words(@Nullable String from, @Nullable String to, @Nullable String by, @Nullable String grain,
            @Nullable String filter, @Nullable String level) {}

    MetricQuery read(Viewer viewer, Words words) {
        List<Problem> problems = new ArrayList<>();
        LocalDate from = day("from", words.from(), problems);
        LocalDate to = day("to", words.to(), problems);
        if (problems.isEmpty() && !from.isBefore(to)) {
            problems.add(Problem.at("to", "empty-window"));
        }
        Set<By> by = by(words.by(), problems);
        Grain grain = grain(words.grain(), problems);
        String level = level(viewer, words.level(), by, problems);
        if (!problems.isEmpty()) {
            throw new Misuse.Malformed(problems.toArray(Problem[]::new));
        }
        return new MetricQuery(from, to, by, grain, Condition.parse(words.filter(), json), level);
    }

    private static LocalDate day(String name, @Nullable String text, List<Problem> problems) {
        if (text == null || text.isBlank()) {
            problems.add(Problem.at(name, "required"));
            return LocalDate.EPOCH;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException noDate) {
            problems.add(Problem.at(name, "not-a-local-date", Map.of("value", text)));
            return LocalDate.EPOCH;
        }
    }

    private static Set<By> by(@Nullable String text, List<Problem> problems) {
        Set<By> all = EnumSet.noneOf(By.class);
        for (String word : text == null || text.isBlank() ? new String[0] : text.split(",", -1)) {
            Arrays.stream(By.values())
                    .filter(by -> by.key().equals(word))
                    .findFirst()
                    .ifPresentOrElse(all::add,
                            () -> problems.add(Problem.at("by", "unknown-option", Map.of("value", word))));
        }
        return all;
    }

    private static @Nullable Grain grain(@Nullable String text, List<Problem> problems) {
        if (text == null || text.isBlank()) {
            return null;
        }
        for (Grain grain : Grain.values()) {
            if (grain.key().equals(text)) {
                return grain;
            }
        }
        problems.add(Problem.at("grain", "unknown-option", Map.of("value", text)));
        return null;
    }

    private @Nullable String level(Viewer viewer, @Nullable String kind, Set<By> by, List<Problem> problems) {
        if (kind == null || kind.isBlank()) {
            return null;
        }
        if (!by.contains(By.UNIT)) {
            problems.add(Problem.at("level", "level-without-unit"));
        } else if (!metrics.names(viewer).hasLevel(kind)) {
            problems.add(Problem.at("level", "unknown-option", Map.of("value", kind)));
        }
        return kind;
    }
}

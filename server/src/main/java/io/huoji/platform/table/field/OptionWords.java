package io.huoji.platform.table.field;

import io.huoji.platform.kernel.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** The options of a closed list by the words that a spreadsheet has for them: the label, with the key where labels repeat. */
final class OptionWords {

    private final Map<String, String> wordByKey = new LinkedHashMap<>();
    private final Map<String, String> keyByWord = new HashMap<>();
    private final Map<String, @Nullable String> keyByLabel = new HashMap<>();
    private final List<String> offered = new ArrayList<>();
    private final boolean severalPerLine;

    private OptionWords(JsonNode options) {
        Map<String, Integer> uses = new HashMap<>();
        for (JsonNode option : options) {
            uses.merge(label(option), 1, Integer::sum);
            uses.merge(withKey(option), 1, Integer::sum);
        }
        for (JsonNode option : options) {
            String key = option.path("key").asString("");
            String word = Objects.requireNonNull(uses.get(label(option))) == 1 ? label(option) : withKey(option);
            wordByKey.put(key, word);
            keyByWord.putIfAbsent(word, key);
            keyByLabel.merge(fold(label(option)), key, (one, other) -> "");
            if (!option.path("archived").asBoolean(false))
                offered.add(word);
        }
        severalPerLine = wordByKey.values().stream().noneMatch(SheetForm::holdsSeparator);
    }

    private record Memo(JsonNode options) {}

    static OptionWords of(JsonNode options, FieldContext field) {
        return (OptionWords) field.memo().computeIfAbsent(new Memo(options), key -> new OptionWords(options));
    }

    private static String label(JsonNode option) {
        return option.path("label").asString("").strip();
    }

    private static String withKey(JsonNode option) {
        return SheetForm.named(label(option), option.path("key").asString(""));
    }

    private static String fold(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    List<String> offered() {
        return List.copyOf(offered);
    }

    String word(String key) {
        return wordByKey.getOrDefault(key, key);
    }

    /** The key that a word means; the word itself when it means none, for the type to refuse it. */
    String key(String word) {
        String plain = word.strip();
        String exact = keyByWord.get(plain);
        if (exact != null)
            return exact;
        String labelled = keyByLabel.get(fold(plain));
        return labelled == null || labelled.isEmpty() ? plain : labelled;
    }

    JsonNode one(String cell) {
        return StringNode.valueOf(key(cell));
    }

    String said(JsonNode keys) {
        return String.join(severalPerLine ? "、" : "\n",
                keys.valueStream().map(key -> word(key.asString())).toList());
    }

    JsonNode several(String cell) {
        List<String> words = severalPerLine ? SheetForm.split(cell) : cell.lines().toList();
        return SheetForm.list(words.stream().filter(word -> !word.isBlank()).map(this::key).toList());
    }

    /** Says that a word names several things of which one is meant. */
    static Problem several(FieldContext field, String code, String cell) {
        return field.problem(code, Map.of("value", cell.strip()));
    }
}

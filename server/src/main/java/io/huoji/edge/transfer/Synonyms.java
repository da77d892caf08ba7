package io.huoji.edge.transfer;

import io.huoji.edge.api.Messages;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Other words for a column, in both languages. */
final class Synonyms {

    private Synonyms() {}

    static List<String> of(Messages messages, String key) {
        return Stream.of(Locale.CHINESE, Locale.ENGLISH)
                .map(locale -> messages.of(key, locale))
                .filter(words -> !words.equals(key))
                .flatMap(words -> Stream.of(words.split(",", -1)))
                .toList();
    }

    /** A head without what differs between two people who mean the same: case, width, blanks, marks, hints in brackets. */
    static String folded(String head) {
        return Normalizer.normalize(head, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[(（\\[【].*?[)）\\]】]", "")
                .replaceAll("[\\s_*:：.\\-/]+", "");
    }
}

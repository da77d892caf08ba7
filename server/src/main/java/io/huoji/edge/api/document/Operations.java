package io.huoji.edge.api.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/** What each operation is for, in words kept by hand: {@code openapi/operations.tsv}. */
final class Operations {

    /** One line: the group it is listed under and its purpose, Chinese and English. */
    record Words(String group, String summary) {}

    private final Map<String, Words> words = new LinkedHashMap<>();

    Operations() {
        try {
            new ClassPathResource("openapi/operations.tsv").getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .map(line -> line.split("\t", -1))
                    .forEach(it -> words.put(it[0], new Words(it[1], it[2] + " · " + it[3])));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** @param operation method and path, {@code GET /api/v1/people} */
    @Nullable
    Words of(String operation) {
        return words.get(operation);
    }

    /** The groups, the first to be shown first. */
    Set<String> groups() {
        return words.values().stream().map(Words::group).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    Set<String> known() {
        return words.keySet();
    }
}
